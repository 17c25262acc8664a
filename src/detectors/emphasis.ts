import type { Detector } from './detector.ts';
import { inReadingOrder, rangesOf } from './detector.ts';

export const emphasis: Detector = {
  name: 'emphasis',
  about: 'Bold, italics and underlining as markup: <b>…</b>, <u>…</u>, **…**, __…__; *…* and _…_ are plain',
  find({ words }) {
    if (!words.includes('<') && !words.includes('**') && !words.includes('__')) return [];
    return inReadingOrder([...rangesOf(TAGS, words), ...rangesOf(STARS, words), ...rangesOf(LINES, words)]);
  },
};

const TAGS = /<(b|strong|i|em|u)>[^<>]{1,300}<\/\1>/giu;
const STARS = /(?<![*\p{L}\p{N}])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?!\*)/gu;
/** Blanks to write on are underlined too. */
const LINES = /(?<![_\p{L}\p{N}])__(?=[^\s_])[^_\n]{1,200}(?<=[^\s_])__(?![_\p{L}\p{N}])/gu;
