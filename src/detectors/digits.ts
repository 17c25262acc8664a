import type { Detector } from './detector.ts';
import { rangesOf } from './detector.ts';

export const digits: Detector = {
  name: 'digits',
  about: 'A number of two digits or more, as in a work number or an order: 2071, K118',
  find: ({ folded }) => rangesOf(DIGITS, folded),
};

const DIGITS = /(?<![\p{N}.,])[a-z]{0,3}\d{2,}(?![\p{N}]|[.,]\d)/gu;
