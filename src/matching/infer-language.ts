import { LANGUAGES } from '../languages/registry.ts';
import { foldingFor } from './fold.ts';
import { HAN_PAIRS } from './han-pairs.ts';

/**
 * The language that words are written in: `zh`, `zh-Hans`, `zh-Hant`, `en`, `kk`, `ru`; `cyrillic` where they
 * may be Kazakh or Russian, undefined where nothing tells. Chinese stays plain `zh` while every character is
 * the same in both scripts. It decides only limits and advice, so no model is needed.
 */
export function inferLanguage(words: string): string | undefined {
  const sample = words.length > LONGEST_SAMPLE ? words.slice(0, LONGEST_SAMPLE) : words;
  const counts = countScripts(sample);
  // A Chinese sentence may be full of Latin names; a Han character says as much as a word.
  if (counts.han > 0 && counts.han * 3 >= counts.latin + counts.cyrillic) return chinese(counts);
  if (counts.cyrillic > counts.latin) return cyrillic(sample);
  if (counts.latin > 0) return latin(sample);
  return undefined;
}

/** Words of many messages of one speaker are judged together; more than this tells nothing new. */
const LONGEST_SAMPLE = 2000;

interface ScriptCounts {
  han: number;
  latin: number;
  cyrillic: number;
  simplified: number;
  traditional: number;
}

function countScripts(words: string): ScriptCounts {
  const counts: ScriptCounts = { han: 0, latin: 0, cyrillic: 0, simplified: 0, traditional: 0 };
  const { traditional, simplified } = scriptMarks();
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    if (unit < 0x80) {
      const letter = unit | 0x20;
      if (letter >= 0x61 && letter <= 0x7a) counts.latin++;
    } else if (unit >= 0x400 && unit <= 0x52f) counts.cyrillic++;
    else if (unit >= 0x3400 && unit <= 0x9fff) {
      counts.han++;
      if (traditional.has(unit)) counts.traditional++;
      else if (simplified.has(unit)) counts.simplified++;
    } else if (unit >= 0xc0 && unit <= 0x24f) counts.latin++;
  }
  return counts;
}

function chinese({ traditional, simplified }: ScriptCounts): string {
  if (traditional === simplified) return 'zh';
  return traditional > simplified ? 'zh-Hant' : 'zh-Hans';
}

function cyrillic(words: string): string {
  const folded = wordsIn(words);
  // A Kazakh name in a Russian sentence does not make it Kazakh, nor does здравствуйте make a Kazakh one Russian.
  const spelled = words.match(KAZAKH_SPELLING)?.length ?? 0;
  const kazakh = spelled + folded.filter((word) => commonWords('kk').has(word)).length;
  const russian = folded.filter((word) => RUSSIAN.has(word)).length;
  if (kazakh > russian) return 'kk';
  if (russian > kazakh || /[ёщъэ]|ться(?![а-я])/i.test(words)) return 'ru';
  return spelled > 0 ? 'kk' : 'cyrillic';
}

/** A word with a letter that Russian does not have; ə and і are often typed with Latin letters. */
const KAZAKH_SPELLING = /\p{L}*[әғқңөұүһі\u0259]\p{L}*/giu;

function latin(words: string): string | undefined {
  const folded = wordsIn(words);
  const english = folded.filter((word) => commonWords('en').has(word)).length;
  return english > 0 && english * 8 >= folded.length ? 'en' : undefined;
}

function wordsIn(words: string): readonly string[] {
  return (
    foldingFor('none')
      .words(words)
      .match(/[\p{L}\p{M}']+/gu) ?? []
  );
}

const known = new Map<string, ReadonlySet<string>>();

function commonWords(tag: string): ReadonlySet<string> {
  let words = known.get(tag);
  if (words === undefined) {
    const language = LANGUAGES.find((one) => one.tag === tag);
    words = new Set((language?.commonWords ?? []).map((word) => foldingFor('none').words(word)));
    known.set(tag, words);
  }
  return words;
}

/** Enough of Russian to tell it from Kazakh typed on a Russian keyboard; rules for Russian there are none. */
const RUSSIAN = new Set(
  'и в не на я что он с как это вы мы по но за к у от для до из так же бы все мне вам вас нас ваш ваша ваше вашего вашу наш наша есть был была было были будет можно нужно чтобы меня мои мой моя мое его ее они очень там тут сеичас сейчас сегодня завтра хорошо подскажите скажите подождите пришел пришла придет доставка пожалуиста пожалуйста здравствуите здравствуйте спасибо добрыи добрый день заказ когда где почему какои какой нет да если или уже еще тоже только после через'.split(
    ' ',
  ),
);

let marks: { traditional: ReadonlySet<number>; simplified: ReadonlySet<number> } | undefined;

/** Characters that only one of the scripts has. 后 or 里 are in both, so a pair's simplified side counts only where it is no traditional word of its own. */
function scriptMarks(): { traditional: ReadonlySet<number>; simplified: ReadonlySet<number> } {
  if (marks !== undefined) return marks;
  const traditional = new Set<number>();
  const simplified = new Set<number>();
  for (let at = 0; at < HAN_PAIRS.length; at += 2) {
    if (BOTH.includes(HAN_PAIRS[at] as string)) continue;
    traditional.add(HAN_PAIRS.charCodeAt(at));
    if (!BOTH.includes(HAN_PAIRS[at + 1] as string)) simplified.add(HAN_PAIRS.charCodeAt(at + 1));
  }
  marks = { traditional, simplified };
  return marks;
}

/** Characters on either side of a pair that the other script uses too. */
const BOTH =
  '著妳後后裡里里乾干幹面麵發发範范鬥斗穀谷雲云萬万與与於于餘余瞭了隻只係系製制衝冲復复準准塗涂傢家傑杰鬆松鬱郁籲吁佈布週周僅仅祕秘佔占';
