import { createScanner, type ParseError, parse as parseTolerantly, printParseErrorCode } from 'jsonc-parser';
import { refusal } from '../core/edit.ts';
import type { UnitMap } from '../core/mapped-text.ts';
import { mappedText } from '../core/mapped-text.ts';
import type { Source } from '../core/source.ts';
import type { Malformed, Tree, TreePath } from './tree.ts';

/** Reads a source as JSON. Positions are looked for when a place in one of its strings is first asked for. */
export function readJson(source: Source): Tree | Malformed {
  const text = source.text.startsWith(BYTE_ORDER_MARK) ? ` ${source.text.slice(1)}` : source.text;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return malformed(error, text, source);
  }
  let literals: Literals | undefined;
  return {
    value,
    text(path) {
      const words = stringAt(value, path);
      return mappedText(
        words,
        () => {
          literals ??= literalsOf(text);
          const literal = literalAt(literals, path);
          if (literal === undefined) return refusal('the string was not found again in the source');
          return unitMapOf(text, literal, source.base.offset, words);
        },
        (replacement) => JSON.stringify(replacement).slice(1, -1),
      );
    },
  };
}

const BYTE_ORDER_MARK = '\ufeff';

function malformed(error: unknown, text: string, source: Source): Malformed {
  if (!(error instanceof SyntaxError)) throw error;
  const errors: ParseError[] = [];
  try {
    parseTolerantly(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (overflow) {
    // A file of many thousand brackets; what JSON.parse said is all that is known.
    if (!(overflow instanceof RangeError)) throw overflow;
  }
  const first = errors[0];
  if (first === undefined) return { problem: error.message, offset: source.base.offset };
  const name = printParseErrorCode(first.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return { problem: `no JSON: ${name}`, offset: source.base.offset + first.offset };
}

function stringAt(value: unknown, path: TreePath): string {
  let at = value;
  for (const key of path) at = (at as Record<string | number, unknown>)[key];
  if (typeof at !== 'string') throw new TypeError(`no string at ${path.join('.')}`);
  return at;
}

/** Where string values stand: offset and length of each literal with its quotes. */
type Literals = Map<string | number, Literals | Literal>;

interface Literal {
  readonly offset: number;
  readonly length: number;
}

// Token kinds of the scanner (a const enum there).
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const COMMA = 5;
const COLON = 6;
const STRING = 10;
const END = 17;

/** Walks the tokens without recursion, so that depth costs nothing. A key that comes twice counts where it comes last, as in JSON.parse. */
function literalsOf(text: string): Literals {
  const scanner = createScanner(text, true);
  const root: Literals = new Map();
  const stack: { into: Literals; key: string | number; isArray: boolean }[] = [];
  let open = { into: root, key: ROOT as string | number, isArray: false };
  let pendingKey: string | undefined;
  for (let token = scanner.scan() as number; token !== END; token = scanner.scan() as number) {
    if (token === OPEN_BRACE || token === OPEN_BRACKET) {
      const into: Literals = new Map();
      open.into.set(open.key, into);
      stack.push(open);
      open = { into, key: 0, isArray: token === OPEN_BRACKET };
    } else if (token === CLOSE_BRACE || token === CLOSE_BRACKET) {
      open = stack.pop() ?? open;
    } else if (token === COMMA) {
      if (open.isArray) open.key = (open.key as number) + 1;
    } else if (token === COLON) {
      open.key = pendingKey ?? '';
      pendingKey = undefined;
    } else if (token === STRING) {
      const literal = { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() };
      if (open.isArray || pendingKey !== undefined || isValue(text, literal)) open.into.set(open.key, literal);
      else pendingKey = scanner.getTokenValue();
    }
  }
  return root;
}

const ROOT = '';

/** A string that no colon follows is a value. */
function isValue(text: string, { offset, length }: Literal): boolean {
  let at = offset + length;
  while (at < text.length && ' \t\r\n'.includes(text[at] as string)) at++;
  return text[at] !== ':';
}

function literalAt(literals: Literals, path: TreePath): Literal | undefined {
  let at: Literals | Literal | undefined = literals.get(ROOT);
  for (const key of path) {
    if (!(at instanceof Map)) return undefined;
    at = at.get(key);
  }
  return at instanceof Map ? undefined : at;
}

/** The place of each unit of a string literal. */
function unitMapOf(text: string, { offset, length }: Literal, base: number, words: string): UnitMap {
  const starts = new Int32Array(words.length);
  const ends = new Int32Array(words.length);
  const close = offset + length - 1;
  let unit = 0;
  for (let at = offset + 1; at < close; unit++) {
    const width = text[at] !== '\\' ? 1 : text[at + 1] === 'u' ? 6 : 2;
    starts[unit] = base + at;
    ends[unit] = base + at + width;
    at += width;
  }
  return { starts, ends, end: base + close };
}
