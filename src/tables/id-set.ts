import { hashOfId } from '../core/id-hash.ts';

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
    const isNew = insert(this.#places, hashOfId(id));
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
