import { HAN, isEdge, kindOf, WORD } from './characters.ts';

/** How many words stand in a part of a text; a Han character counts as one, as it does in the gaps of phrases. */
export function lengthOf(words: string, from = 0, to = words.length): number {
  let length = 0;
  for (let at = from; at < to; at++) {
    const kind = kindOf(words.charCodeAt(at));
    if (kind === HAN || (kind === WORD && (at === from || isWordStart(words, at)))) length++;
  }
  return length;
}

function isWordStart(words: string, at: number): boolean {
  return isEdge(words, at) && kindOf(words.charCodeAt(at - 1)) !== WORD;
}
