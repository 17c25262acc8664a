import { HAN, kindOf } from './characters.ts';

/**
 * How much there is to say: Han characters, words of other scripts, and digits one by one, as numbers are read out on
 * the phone.
 */
export function spokenUnits(words: string): number {
  let units = 0;
  let isInWord = false;
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) {
      units++;
      isInWord = false;
    } else if (kindOf(unit) === HAN) {
      units++;
      isInWord = false;
    } else if (LETTER.test(words[at] as string)) {
      if (!isInWord) units++;
      isInWord = true;
    } else if (!INSIDE_WORD.test(words[at] as string)) isInWord = false;
  }
  return units;
}

const LETTER = /\p{L}/u;
const INSIDE_WORD = /[\p{M}'’-]/u;
