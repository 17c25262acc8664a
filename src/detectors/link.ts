import type { Range } from '../core/span.ts';
import type { Detector } from './detector.ts';
import { rangesOf } from './detector.ts';

export const link: Detector = {
  name: 'link',
  about: 'An address of the web: https://example.com/a, www.example.com, example.kz/help',
  find({ words }) {
    if (!MAY_HOLD.test(words)) return [];
    return rangesOf(LINK, words)
      .map((range) => withoutTail(words, range))
      .filter(({ start, end }) => !TWO_SENTENCES.test(words.slice(start, end)));
  },
};

/** A dot or colon between two letters or signs of an address. */
const MAY_HOLD = /[a-z0-9][.:][a-z/]/i;

const HOST = '(?:[a-z0-9](?:[a-z0-9-]{0,62})\\.){1,8}';
/** Endings that a bare name may have to count; others (README.md, node.js) are files, programs or typing errors. */
const DOMAINS =
  '(?:com|net|org|info|biz|edu|gov|cn|hk|tw|sg|my|th|ph|id|vn|jp|kr|in|kz|ru|by|uz|kg|ua|uk|us|eu|de|fr|es|it|nl|pl|pt|ca|au|nz|br|mx|io|me|tv|cc|shop|store|app|dev|online|site|top|vip|club|link|help|support|page|asia|ly|gg|gl)';
/** Between "celsius.It" and "Example.COM" only a blank is missing in the first. */
const TWO_SENTENCES = /^[\p{L}-]*\p{Ll}\.\p{Lu}\p{Ll}*$/u;
const REST = '(?:[/?#][^\\s<>"“”‘’，。；：！？、（）【】《》「」\\u3000-\\u303f\\p{Script=Han}]*)?';

const LINK = new RegExp(
  `(?:https?|ftp)://[^\\s<>"“”‘’，。；！？、（）【】《》「」\\p{Script=Han}]{1,2000}` +
    `|(?<![\\p{L}\\p{N}@._/-])(?:www\\.${HOST}[a-z]{2,24}|${HOST}${DOMAINS})(?![\\p{Script=Latin}\\p{N}@_-]|\\.[a-z])(?::\\d{1,5})?${REST}`,
  'giu',
);

/** Marks that close the sentence or the bracket around an address are not of it. */
function withoutTail(words: string, { start, end }: Range): Range {
  let to = end;
  for (; to > start; to--) {
    const last = words[to - 1] as string;
    if (!'.,;:!?\'"*_~>]})'.includes(last)) break;
    // https://example.com/a_(b)
    if (last === ')' && closes(words.slice(start, to))) break;
  }
  return { start, end: to };
}

function closes(address: string): boolean {
  return address.split('(').length >= address.split(')').length;
}
