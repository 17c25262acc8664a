import type { Refusal } from '../core/edit.ts';
import { refusal } from '../core/edit.ts';
import { hasLoneHalf } from '../core/surrogates.ts';
import type { WrittenScalar } from './yaml-scalar.ts';
import { decodeScalar } from './yaml-scalar.ts';

/** A part of a YAML string that is to be written anew. */
export interface ScalarPart {
  readonly scalar: WrittenScalar;
  /** Offsets in the scalar's `raw`. */
  readonly start: number;
  readonly end: number;
  /** Inside of `[…]` or `{…}`. */
  readonly isInFlow: boolean;
  /** What the whole string must say afterwards. */
  readonly expected: string;
}

/** Writes words so that they are legal in place of the part, in the style of the string, or says why they cannot be. */
export function spellScalar(words: string, part: ScalarPart): string | Refusal {
  const { raw } = part.scalar;
  if (isInBlankLine(raw, part.start)) return refusal('the words stand in a blank line of the YAML source');
  const written = spellIn[part.scalar.style](words, part);
  if (typeof written !== 'string') return written;
  const after = { ...part.scalar, raw: raw.slice(0, part.start) + written + raw.slice(part.end) };
  // Folds and indentation depend on what stands next to the words; the string is read again instead of foreseen.
  if (decodeScalar(after, 0).words !== part.expected || DOCUMENT_MARK.test(after.raw) || MISREAD_BREAK.test(after.raw))
    return refusal('the line breaks of the YAML source around the words would change their meaning');
  return written;
}

/** What would be written there would not be indented. */
function isInBlankLine(raw: string, at: number): boolean {
  const lineStart = raw.lastIndexOf('\n', at - 1) + 1;
  return lineStart > 0 && /^[ \t]*\r?(?:\n|$)/.test(raw.slice(lineStart));
}

/** A blank line behind an escaped line break is a line feed, but not to the parser. */
const MISREAD_BREAK = /\\\r?\n[ \t]*\r?\n/;

type Speller = (words: string, part: ScalarPart) => string | Refusal;

const spellIn: Readonly<Record<WrittenScalar['style'], Speller>> = {
  QUOTE_DOUBLE: (words) =>
    // White space at the edge of a line would be lost, and an escape never is.
    JSON.stringify(words)
      .slice(1, -1)
      .replace(UNPRINTABLE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .replace(/^ | $/g, '\\x20'),
  QUOTE_SINGLE: (words) => objectionToLine(words) ?? words.replaceAll("'", "''"),
  PLAIN: (words, part) => objectionToLine(words) ?? objectionToPlain(words, part) ?? words,
  BLOCK_LITERAL: spellInBlock,
  BLOCK_FOLDED: (words, part) =>
    /[\r\n]/.test(words) ? refusal('a folded block turns line breaks into spaces') : spellInBlock(words, part),
};

function objectionToLine(words: string): Refusal | undefined {
  if (/[\r\n]/.test(words)) return refusal('the string folds line breaks in the YAML source');
  return isPrintable(words) ? undefined : UNPRINTABLE_WORDS;
}

/** Signs that YAML allows only as escapes: control characters but tab, and what no text holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g;

const UNPRINTABLE_WORDS = refusal('only a double-quoted YAML string can hold control characters');

function isPrintable(words: string): boolean {
  return words.search(UNPRINTABLE) < 0 && !hasLoneHalf(words);
}

/** `---` and `...` at the start of a line end the document, even in a string. */
const DOCUMENT_MARK = /(?:^|\n)(?:---|\.\.\.)(?:\s|$)/;

function objectionToPlain(
  words: string,
  { scalar: { raw }, start, end, isInFlow, expected }: ScalarPart,
): Refusal | undefined {
  // With the signs on either side, where the mark of a key or comment may come together.
  const around = `${raw.slice(Math.max(0, start - 1), start)}${words}${raw.slice(end, end + 1)}`;
  const isLegal =
    raw !== '' &&
    !/\t/.test(words) &&
    !(isInFlow && /[,[\]{}]/.test(words)) &&
    !/:(?=\s|$)|\s#/.test(around) &&
    !(isInFlow && /:[,[\]{}]/.test(around)) &&
    expected.trim() === expected &&
    // `-`, `?` and `:` may begin a string if no white space follows.
    (start > 1 || PLAIN_START.test(expected)) &&
    !OTHER_TYPE.test(expected);
  return isLegal ? undefined : refusal('the words would need quotes in the YAML source');
}

/** Any sign but white space and the ASCII marks, most of which mean something at the start of a string. */
const PLAIN_START = /^[^\0-/:-@[-`{-\xa0\s\ufeff]/u;

/** What YAML 1.2 or 1.1 may read as null, a truth value, a number, a time or a merge, and not as a string. */
const OTHER_TYPE = /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+.]?(?:\d[\d\s.,:_+\-a-fotxz]*|inf|nan)|)$/i;

function spellInBlock(
  words: string,
  { scalar: { raw, ...scalar }, start, end, expected }: ScalarPart,
): string | Refusal {
  if (/\r(?!\n)/.test(words) || !isPrintable(words)) return UNPRINTABLE_WORDS;
  if (end > decodeScalar({ raw, ...scalar }, 0).contentEnd || expected.trim() === '')
    return refusal('the line breaks at the end of a block belong to its notation');
  const before = raw.slice(raw.lastIndexOf('\n', start - 1) + 1, start);
  const after = /^[^\r\n]*/.exec(raw.slice(end))?.[0] ?? '';
  const lines = `${before}${words}${after}`.split(/\r?\n/);
  // White space at the start of a line would be taken for indentation, and a line of nothing else for none at all.
  const movesIndentation =
    /\n[ \t]/.test(words) ||
    (/^ *$/.test(before) && (/^[ \t]/.test(raw.slice(start)) || /^[ \t]/.test(words + after))) ||
    [lines[0], lines.at(-1)].some((line) => line?.trim() === '');
  if (movesIndentation) return refusal('the words would change the indentation of the block');
  const indentation = /^ */.exec(before)?.[0] ?? '';
  return words.replace(/\r?\n(?=(\r?\n)?)/g, (_, isEmptyLine) => (isEmptyLine ? '\n' : `\n${indentation}`));
}
