import type { Range } from '../core/span.ts';
import type { Detector } from './detector.ts';

export const start: Detector = {
  name: 'start',
  about: 'Where the message begins; marks and @handles before its first word are passed over: <start>ok',
  find: ({ words }) => {
    const first = (BEFORE_WORDS.exec(words) as RegExpExecArray)[0].length;
    return first === 0 ? [emptyAt(0)] : [emptyAt(0), emptyAt(first)];
  },
};

function emptyAt(at: number): Range {
  return { start: at, end: at };
}

/** Nothing has to follow, so it matches always and never turns back. */
const BEFORE_WORDS = /^(?:@\w+|[\s\p{P}])*/u;
