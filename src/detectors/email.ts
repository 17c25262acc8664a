import type { Detector } from './detector.ts';
import { rangesOf } from './detector.ts';

export const email: Detector = {
  name: 'email',
  about: 'An address for mail: help@example.com',
  find: ({ words, folded }) => (words.includes('@') || words.includes('＠') ? rangesOf(ADDRESS, folded) : []),
};

const ADDRESS =
  /(?<![\p{Script=Latin}\p{N}._%+-])[a-z0-9][a-z0-9._%+-]{0,63}@[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,62}){1,5}/gu;
