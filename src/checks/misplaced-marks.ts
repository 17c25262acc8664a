import * as v from 'valibot';
import type { Range } from '../core/span.ts';
import type { Problem, ReadMessage } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';

const SLIPS = ['half width', 'full width', 'full-width letters', 'blank before', 'no blank after'] as const;

export const misplacedMarks = defineCheck({
  name: 'misplaced-marks',
  verb: 'forbid',
  about:
    'Marks of the wrong width for the words around them (您好,请 and Hello，dear), letters and digits of full width (ＡＢ１２), a blank before a comma or stop, none after a comma. Links, numbers and code do not count.',
  options: v.strictObject({
    of: v.optional(v.pipe(v.array(v.picklist(SLIPS)), v.minLength(1), v.description('Which of them; all if absent.')), [
      ...SLIPS,
    ]),
  }),
  find(target, { of }) {
    let problems: Problem[] | undefined;
    for (const message of target.messages) {
      for (const slip of of) {
        for (const { range, instead } of FINDERS[slip](message)) {
          if (isElsewhere(message, range)) continue;
          problems ??= [];
          problems.push({ message, range, instead });
        }
      }
    }
    return problems?.sort((a, b) => a.range.start - b.range.start) ?? NO_PROBLEMS;
  },
});

type Slip = (typeof SLIPS)[number];

interface Found {
  readonly range: Range;
  readonly instead: string;
}

const FINDERS: Readonly<Record<Slip, (message: ReadMessage) => Iterable<Found>>> = {
  'half width': ({ words }) =>
    HAN.test(words) ? found(words, HALF_BETWEEN_HAN, ([mark]) => WIDE[mark.trim()] as string) : [],
  // Where a message is in both scripts, nobody can say which width is right.
  'full width': ({ words }) =>
    WIDE_MARK.test(words) && !HAN.test(words)
      ? found(
          words,
          FULL_BETWEEN_LETTERS,
          (match) => `${NARROW[match[1] as string]}${blankBefore(words, endOf(match))}`,
        )
      : [],
  'full-width letters': ({ words }) => found(words, FULL_LETTERS, ([letters]) => letters.normalize('NFKC')),
  'blank before': ({ words, language }) =>
    // French puts a blank there.
    language === 'en' || language === 'kk'
      ? found(words, BLANK_BEFORE, (match) => `${match[0].trim()}${blankBefore(words, endOf(match))}`)
      : [],
  'no blank after': ({ words }) => found(words, NO_BLANK_AFTER, () => ', '),
};

const HAN = /\p{Script=Han}/u;
const WIDE_MARK = /[，。！？；：]/;
const WIDE: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '.': '。' };
const NARROW: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '！': '!', '？': '?', '。': '.' };

/** After a Han character, and before another, an opening quote or the end of the line. */
const HALF_BETWEEN_HAN =
  /(?<=\p{Script=Han}[”’」』）】》]?)(?:[,;:!?](?! *[,;:!?.。，！？～~)(]) *(?=[\p{Script=Han}“‘「『《【]|\n|$)|\.(?!\.)(?=\s*(?:\n|$)))/gmu;

const FULL_BETWEEN_LETTERS =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]["'”’»)]?)([，。！？；：])(?![，。！？；：!?~～]) *(?=[\p{Script=Latin}\p{Script=Cyrillic}\p{N}"'“‘«(]|\n|$)/gu;

const FULL_LETTERS = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+/gu;

/** A comma or a stop that a blank sets off from its word: "Hello ,your order". */
const BLANK_BEFORE =
  /(?<=[\p{Script=Latin}\p{Script=Cyrillic}\p{N}][)"”’»]?)[ \u00a0]+(?:[,;!?](?=\s|$|\p{L})|\.(?=\s|$))(?!\s?[,;!?.)(])/gu;

const NO_BLANK_AFTER = /(?<=[\p{Script=Latin}\p{Script=Cyrillic}]{2}),(?=[\p{Script=Latin}\p{Script=Cyrillic}]{2})/gu;

function* found(words: string, expression: RegExp, instead: (match: RegExpExecArray) => string): Generator<Found> {
  if (words.search(expression) < 0) return;
  for (const match of words.matchAll(expression)) {
    const range = { start: match.index, end: match.index + match[0].length };
    yield { range, instead: instead(match) };
  }
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

function blankBefore(words: string, at: number): string {
  return /^[\p{L}\p{N}"'“‘«(]/u.test(words.slice(at, at + 1)) ? ' ' : '';
}

/** In an address, a slot, code or a number, marks are none. */
function isElsewhere({ words, reading }: ReadMessage, { start, end }: Range): boolean {
  const inside = (range: Range) => range.start < end && start < range.end;
  if (['link', 'email', 'placeholder', 'emoticon'].some((name) => reading.detected(name).some(inside))) return true;
  const line = words.slice(words.lastIndexOf('\n', start - 1) + 1, start);
  return line.split('`').length % 2 === 0;
}
