import type { Detector } from './detector.ts';
import { betweenEdges, Expression, inReadingOrder, rangesOf } from './detector.ts';

/** What turns a sentence into its opposite. It would rather find too much: fixes are held to it. */
export const negation: Detector = {
  name: 'negation',
  about: 'A word, or a part of one, that denies: not, never, can’t, 不, 没, 未, жоқ, емес, келмейді, жібермеңіз',
  find: ({ folded }) =>
    inReadingOrder([...rangesOf(WORDS, folded), ...rangesOf(HAN, folded), ...rangesOf(KAZAKH_VERB, folded)]),
};

const WORDS = betweenEdges(
  'not|no|never|none|nothing|nobody|nowhere|neither|nor|cannot|without|unable|unless|hardly|' +
    "\\p{Script=Latin}+n't|(?:ca|wo|do|does|did|is|are|was|were|have|has|had|should|would|could|must)nt|" +
    'жок|емес|ешкандай|ешкашан|ештене|ешким|не|нет|ни|без|нельзя|никогда|никто|ничего',
);

const HAN = new Expression('[不没沒无無未别別勿莫非否]');

/** The sign of denial stands in the middle of a Kazakh verb, before its ending: кел-ме-йді, жібер-ме-ңіз, бол-ма-ған. */
const KAZAKH_VERB = new Expression(
  '(?<!\\p{L})\\p{Script=Cyrillic}{2,}?[мбп][ае]' +
    '(?:й(?:[дт]ы|[дт]и|мын|мин|мыз|миз|сын|син|сыз|сиз|тын|тин)?|[дт](?:ы|и|ык|ик|ым|им|ын|ин|ыныз|иниз)|[гк](?:ан|ен)[\\p{L}]*|' +
    'с(?:пын|пин|сыз|сиз)?|н(?:ыз|из)?(?:дар|дер)?(?:шы|ши)?|у(?:ге|ды|ди|ы|и)?)?(?!\\p{L})',
);
