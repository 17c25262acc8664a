import type { Transform } from './transform.ts';

export const atEnd: Transform = {
  name: 'at-end',
  about: 'What the rule says to write, after the message. A template: for suggestions only.',
  rewrite({ message: { words }, instead }) {
    if (instead === undefined) return undefined;
    const end = words.trimEnd().length;
    const last = words.slice(0, end).slice(-1);
    const template = instead.replace(/^(?:…+|\.\.\.)\s*/, '');
    const isHan = /\p{Script=Han}/u.test(template);
    const mark = end === 0 || /[\p{P}\p{S}]/u.test(last) ? '' : isHan ? '。' : '.';
    const blank = end === 0 || isHan ? '' : ' ';
    return { changes: [{ range: { start: end, end }, words: mark + blank + template }], isSure: false };
  },
};
