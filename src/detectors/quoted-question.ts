import type { Detector } from './detector.ts';
import { rangesOf } from './detector.ts';

export const quotedQuestion: Detector = {
  name: 'quoted-question',
  about: "The customer's question, repeated in brackets or quotation marks: <When does it ship?>, 「什么时候发货？」",
  find: ({ words }) => (/[?？]/.test(words) ? rangesOf(QUESTION, words) : []),
};

const QUESTION = /[<＜〈][^<>＜＞〈〉\n]{2,300}[?？]\s?[>＞〉]|[“"「『«„][^“”"「」『』«»„\n]{2,300}[?？][”"」』»“]/gu;
