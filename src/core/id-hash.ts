/**
 * A number for an id, from 1 to 2^53: two independent sums of the units, of 32 and 21 bits.
 * Two ids have the same once in some 2^52 pairs.
 */
export function hashOfId(id: string): number {
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
