/**
 * What a UTF-16 unit is, for edges of words. Scripts that put spaces between words need an edge around a
 * phrase; Han does not.
 */
const OTHER = 0;
/** A letter, mark or digit of a script that puts spaces between words. */
export const WORD = 1;
/** A Han character. */
export const HAN = 2;

export function kindOf(unit: number): number {
  if (unit < 0x80) return ASCII[unit] as number;
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xf900 && unit <= 0xfaff)) {
    return HAN;
  }
  // Astral Han characters (planes 2 and 3) come as these surrogates.
  if (unit >= 0xd840 && unit <= 0xd8bf) return HAN;
  if (unit >= 0xdc00 && unit <= 0xdfff) return OTHER;
  const known = others[unit] as number;
  if (known !== 0) return known - 1;
  const kind = LETTER.test(String.fromCharCode(unit)) ? WORD : OTHER;
  others[unit] = kind + 1;
  return kind;
}

/**
 * Whether a word may begin or end at this offset: not between two letters of one word, and not at the
 * apostrophe of "can't".
 */
export function isEdge(words: string, at: number): boolean {
  if (at <= 0 || at >= words.length) return true;
  const before = words.charCodeAt(at - 1);
  const after = words.charCodeAt(at);
  const left = kindOf(before);
  if (left === WORD && kindOf(after) === WORD) return false;
  if (left === WORD && isApostrophe(after)) return kindOfAt(words, at + 1) !== WORD;
  if (isApostrophe(before) && kindOf(after) === WORD) return kindOfAt(words, at - 2) !== WORD;
  return true;
}

function kindOfAt(words: string, at: number): number {
  return at >= 0 && at < words.length ? kindOf(words.charCodeAt(at)) : OTHER;
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x02bc || unit === 0xff07;
}

const LETTER = /[\p{L}\p{M}\p{N}_]/u;
/** 0: not asked yet; otherwise kind + 1. */
const others = new Uint8Array(0x10000);
const ASCII = new Uint8Array(0x80).map((_, unit) => (/\w/.test(String.fromCharCode(unit)) ? WORD : OTHER));
