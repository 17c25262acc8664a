import { sentencesOf } from '../matching/sentences.ts';
import type { Change, Fault, FoundWords, Rewriting, Transform } from './transform.ts';
import { beginsSentence, smallest, wordsOf } from './transform.ts';

export const formalYou: Transform = {
  name: 'formal-you',
  about:
    '您 for 你; in Kazakh all that the sentence says to one who is called сен, or nothing where a part of it is not known.',
  rewrite: (fault) => (/[你妳]/.test(wordsOf(fault)) ? inChinese(fault) : inKazakh(fault)),
};

function inChinese(fault: Fault): Rewriting | undefined {
  const { message, range } = fault;
  const was = wordsOf(fault);
  const at = was.search(/[你妳]/);
  const start = range.start + at;
  const isMany = /^[们們哋]/.test(was.slice(at + 1));
  const change: Change = { range: { start, end: start + (isMany ? 2 : 1) }, words: '您' };
  const before = message.words.slice(Math.max(0, start - 2), start);
  const after = message.words.slice(start + 1, start + 3);
  // Several people, endearments, friends, and Cantonese, which has no 您: somebody should read them.
  const isSure =
    !isMany &&
    !/[爱愛想的]$/.test(before) &&
    !/^[老俩倆两兩仨几幾]/.test(after) &&
    !FAMILIAR.test(message.words) &&
    !CANTONESE.test(message.words);
  return { changes: [change], isSure };
}

/** Beside these 您 sounds wrong: the whole message has another tone. */
const FAMILIAR =
  /兄弟|哥们|哥們|姐妹|闺蜜|閨蜜|老铁|老鐵|老弟|老妹|集美|宝子|寶子|宝贝|寶貝|小哥哥|小姐姐|小可爱|小可愛|帅哥|美女|靓仔|靓女|同学|同學|小朋友|咱俩|么么|麼麼/;

/** Characters that only Cantonese writes. */
const CANTONESE = /[嘅咗喺哋嚟啲冇咁嗰乜佢]/;

/** Pronoun, verb and possession agree, so a sentence is mended as a whole, and only where all of it is known. */
function inKazakh(fault: Fault): Rewriting | undefined {
  const { words } = fault.message;
  const sentence = sentencesOf(words).find(({ start, end }) => start <= fault.range.start && fault.range.end <= end);
  if (sentence === undefined) return undefined;
  const found = fault.all.filter(({ range }) => range.start >= sentence.start && range.end <= sentence.end);
  const changes: Change[] = [];
  let rest = '';
  let done = sentence.start;
  for (const one of found) {
    const change = formal(fault, one);
    if (change === undefined) return undefined;
    changes.push(change);
    rest += `${words.slice(done, one.range.start)} `;
    done = one.range.end;
  }
  rest += words.slice(done, sentence.end);
  if (INFORMAL_ENDING.test(rest)) return undefined;
  return changes.length === 0 ? undefined : { changes, isSure: false };
}

function formal(fault: Fault, { range, instead }: FoundWords): Change | undefined {
  if (instead === undefined || instead.includes('…')) return undefined;
  const { words } = fault.message;
  const was = words.slice(range.start, range.end);
  const begins = /^\p{Lu}/u.test(was) || beginsSentence(fault.message, range.start);
  const isPronoun = /^Сіз/.test(instead);
  const first = instead.slice(0, 1);
  return smallest(
    { range, words: (isPronoun || begins ? first.toUpperCase() : first.toLowerCase()) + instead.slice(1) },
    words,
  );
}

/** What a verb or noun ends in where one person is called сен; those that the genitive shares are left out. */
const INFORMAL_ENDING =
  /\p{Script=Cyrillic}{2}(?:с[ыі]ң(?:дар|дер)?|[^дтнс\P{L}][ыі]ң(?:ды|ді|ды|нан|нен|а|е)?|[ае]ң)(?!\p{L})/iu;
