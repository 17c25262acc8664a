import type { Detector } from './detector.ts';

export const end: Detector = {
  name: 'end',
  about:
    'Where the message ends; marks and initials (^AB) after its last word are passed over, emoji and ~ are not: ok<end>',
  find: ({ words }) => {
    const whole = withoutMarks(words, words.length);
    const initials = INITIALS.exec(words.slice(Math.max(0, whole - LONGEST_INITIALS), whole))?.[0].length ?? 0;
    const last = initials === 0 ? whole : withoutMarks(words, whole - initials);
    // A phrase may hold the last mark itself: "what\?<end>".
    const ends = [last, words.slice(0, whole - initials).trimEnd().length, words.trimEnd().length, words.length];
    return [...new Set(ends)].sort((a, b) => a - b).map((at) => ({ start: at, end: at }));
  },
};

function withoutMarks(words: string, from: number): number {
  let at = from;
  while (at > 0 && MARK.test(words[at - 1] as string)) at--;
  return at;
}

const MARK = /[\s\p{P}]/u;
/** Initials of the agent under tweets and short messages. */
const INITIALS = /\s[\^*/-] ?\p{Lu}{2,3}$/u;
const LONGEST_INITIALS = 6;
