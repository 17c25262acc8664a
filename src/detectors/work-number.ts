import type { Detector } from './detector.ts';
import { rangesOf } from './detector.ts';

export const workNumber: Detector = {
  name: 'work-number',
  about: 'A number of two digits or more, with up to three letters before it, as agents have: 2071, K118',
  find: ({ folded }) => rangesOf(NUMBER, folded),
};

const NUMBER = /(?<![\p{N}.,])[a-z]{0,3}\d{2,}(?![\p{N}]|[.,]\d)/gu;
