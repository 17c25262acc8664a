/** Characters beyond the first 65,536 are two UTF-16 units; a half of one cannot be written into a file. */

/** Whether the offset lies between the two halves of a character. */
export function isInsidePair(words: string, at: number): boolean {
  return isHigh(words.charCodeAt(at - 1)) && isLow(words.charCodeAt(at));
}

/** Whether a half stands without the other one. */
export function hasLoneHalf(words: string): boolean {
  return LONE_HALF.test(words);
}

/** Why an edit is refused that leaves a half behind. */
export const CUT_PAIR = 'the words begin or end inside one character';

/** With the flag `u`, halves that belong together are one character of another category. */
const LONE_HALF = /\p{Surrogate}/u;

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
