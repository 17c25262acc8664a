import type { Detector } from './detector.ts';
import { inReadingOrder, rangesOf } from './detector.ts';

export const sender: Detector = {
  name: 'sender',
  about:
    'Who a short message is from, by where it stands: 【青禾家居】, "-Greenleaf Home" at the end, "Greenleaf:" before it',
  find: ({ words }) =>
    inReadingOrder([
      ...rangesOf(BLOCK, words),
      ...rangesOf(AFTER_DASH, words),
      ...rangesOf(BEFORE_COLON, words),
      ...rangesOf(QUOTED_AT_END, words),
    ]),
};

/** 【…】 and […] at either end of the message. */
const BLOCK = /^\s*(?:【[^【】\n]{2,20}】|\[[^[\]\n]{2,20}\])|(?:【[^【】\n]{2,20}】|\[[^[\]\n]{2,20}\])\s*$/gu;

const NAME = "\\p{Lu}[\\p{L}\\p{N}&.'’-]{0,30}(?: (?:&|and|of|the|\\p{Lu}[\\p{L}\\p{N}&.'’-]{0,30})){0,4}";

const AFTER_DASH = new RegExp(`(?<=(?:^|[\\s.!?,。！])(?:-|–|—|~|//?)) ?${NAME}[.!]?\\s*$`, 'gu');

/** Words that begin a sentence with a colon are no name: "Reminder: …". */
const BEFORE_COLON = new RegExp(
  `^\\s*(?!(?:Reminder|Note|Notice|Update|Important|Attention|Alert|Dear|Hello|Hi|Order|Code|Еске|Назар|Хабарлама|Құрметті|Сәлем)[ :])${NAME}(?=: )`,
  'gu',
);

/** «Көктем» дүкені closes the message. */
const QUOTED_AT_END = /[«"“„][^«»"“”„\n]{2,30}[»"”](?: \p{L}{3,20}){0,3}[.!]?\s*$/gu;
