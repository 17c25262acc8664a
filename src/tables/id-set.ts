/**
 * Ids that were seen, each in eight bytes: a file of a billion bytes may have millions. Two ids are taken for one
 * once in some 2^52 pairs.
 */
export class IdSet {
  #places = new Float64Array(1024);
  #count = 0;

  /** @returns whether the id was there before */
  add(id: string): boolean {
    if (this.#count * 2 > this.#places.length) this.#grow();
    const isNew = insert(this.#places, hashOf(id));
    if (isNew) this.#count++;
    return !isNew;
  }

  #grow(): void {
    const larger = new Float64Array(this.#places.length * 2);
    for (const hash of this.#places) if (hash !== 0) insert(larger, hash);
    this.#places = larger;
  }
}

function insert(places: Float64Array, hash: number): boolean {
  const mask = places.length - 1;
  for (let at = (hash % 4294967291) & mask; ; at = (at + 1) & mask) {
    const held = places[at];
    if (held === hash) return false;
    if (held !== 0) continue;
    places[at] = hash;
    return true;
  }
}

/** From 1 to 2^53: two independent sums of the units, of 32 and 21 bits. */
function hashOf(id: string): number {
  let one = 0x811c9dc5;
  let two = 0x9e3779b9;
  for (let at = 0; at < id.length; at++) {
    const unit = id.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x85ebca6b);
    two ^= two >>> 13;
  }
  return (two & 0x1fffff) * 4294967296 + (one >>> 0) + 1;
}
