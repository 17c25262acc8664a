import type { Detector } from './detector.ts';

export const pause: Detector = {
  name: 'pause',
  about: 'Where a clause ends: before a mark between clauses, a line break or the end of the message: thank you<pause>',
  find: ({ words }) => {
    const ranges = [];
    for (const { index } of words.matchAll(PAUSE)) ranges.push({ start: index, end: index });
    return ranges;
  },
};

/** Marks that stand inside numbers, times and addresses as well need a blank or an end after them. */
const PAUSE = /(?=[，、：；。！？…～~!?;\n\r]|[,:.](?:[\s”"’')）\]】.]|$))(?<![，、：；。！？…～~!?;,:.\s])|(?<=\S)$/gu;
