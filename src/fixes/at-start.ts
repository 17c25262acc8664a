import type { Transform } from './transform.ts';

export const atStart: Transform = {
  name: 'at-start',
  about: 'What the rule says to write, before the message. A template: for suggestions only.',
  rewrite({ message: { words }, instead }) {
    if (instead === undefined) return undefined;
    const start = words.length - words.trimStart().length;
    const template = instead.replace(/\s*(?:…+|\.\.\.)$/, '');
    const blank = /\p{Script=Han}|[，。！？]$/u.test(template) ? '' : ' ';
    return { changes: [{ range: { start, end: start }, words: template + blank }], isSure: false };
  },
};
