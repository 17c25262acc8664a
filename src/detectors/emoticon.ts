import type { Range } from '../core/span.ts';
import type { Detector } from './detector.ts';
import { inReadingOrder, rangesOf } from './detector.ts';

export const emoticon: Detector = {
  name: 'emoticon',
  about: 'A smiley or picture: 😊, :-), ^_^, (´▽`), [微笑], /:^_^, and the brackets of Russian keyboards: ))',
  find: ({ words }) =>
    inReadingOrder([
      ...rangesOf(PICTURE, words),
      ...rangesOf(FACE, words),
      ...rangesOf(PLATFORM, words),
      ...rangesOf(KAOMOJI, words),
      ...rangesOf(BRACKETS, words).filter((range) => isSmile(words, range)),
    ]),
};

/** Without the signs that are writing: digits, #, *, ©, ®, ™, arrows and check marks. */
const PICTURE =
  /(?![\d#*©®™↔-↪✓✔✖✗ℹ▶◀])\p{Extended_Pictographic}(?:\ufe0f|\u200d\p{Extended_Pictographic}|\p{EMod})*/gu;

/** Not inside a word, a time or an address: 10:30, http://, a list "1:)". */
const FACE =
  /(?<![\p{L}\p{N}])(?:[:;=][-'^o]?[)\]}DPpoO3*|(/\\]|[8xX](?:[-'^o][)\]}DPpoO3*|(/\\]|D)|[)(][-']?[:;=]|<3|\^[_.o-]?\^|[TQ][_.][TQ]|[oO]_[oO]|>_<|-_-|:['’]\()(?![\p{L}\p{N}/])/gu;

const PLATFORM =
  /\[(?:微笑|呲牙|可爱|愉快|爱心|玫瑰|鲜花|偷笑|调皮|害羞|拥抱|抱拳|握手|强|赞|胜利|OK|ok|大笑|笑哭|憨笑|坏笑|捂脸|耶|哇|嘿哈|亲亲|飞吻|加油|合十|庆祝|礼物|心|撇嘴|流泪|委屈|可怜|疑问|尴尬|太阳|开心|鼓掌|爱你|比心|送花花|哈哈|嘻嘻|smile|heart)\]|\/:(?:\d{3}|[\^:;BOTPCQ8>$!@<(-][\w^_:;)>!-]{1,4})/gu;

const KAOMOJI =
  /[(（][^\p{Script=Latin}\p{Script=Cyrillic}\p{N}()（）\n]{0,3}[´｀`^＾≧•◕ω▽∀╥⌒￣°ಥ][^()（）\n\p{N}]{1,8}[)）]/gu;

/** Brackets at the end of words: those that close nothing smile. */
const BRACKETS = /(?<=[\p{L}\p{N}!?.,…])\)+(?=\s|$)/gu;

/** One bracket is the habit of Russian keyboards only; in other scripts it numbers the items of a list: a), 1). */
function isSmile(words: string, { start, end }: Range): boolean {
  if (end - start === 1 && !/\p{Script=Cyrillic}[!?.,…]*$/u.test(words.slice(Math.max(0, start - 8), start)))
    return false;
  const before = words.slice(Math.max(0, start - LONGEST_BRACKET), start);
  return before.split('(').length - before.split(')').length <= 0;
}

/** What stands in brackets is no longer. */
const LONGEST_BRACKET = 400;
