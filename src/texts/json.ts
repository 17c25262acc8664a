import { type ParseError, parse as parseTolerantly, printParseErrorCode } from 'jsonc-parser';
import type { Edit, Refusal } from '../core/edit.ts';
import { refusal } from '../core/edit.ts';
import type { UnitMap } from '../core/mapped-text.ts';
import { mappedText } from '../core/mapped-text.ts';
import type { Source } from '../core/source.ts';
import type { Range } from '../core/span.ts';
import type { Location, Text } from '../core/text.ts';
import { verbatim } from '../core/text.ts';
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
  return new JsonTree(value, text, source.base.offset);
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

class JsonTree implements Tree {
  readonly value: unknown;
  readonly #source: string;
  readonly #base: number;
  #literals: Literals | undefined;

  constructor(value: unknown, source: string, base: number) {
    this.value = value;
    this.#source = source;
    this.#base = base;
  }

  text(path: TreePath): Text {
    return new JsonText(stringAt(this.value, path), path, this);
  }

  /** The words as they stand in the source. */
  placed(words: string, path: TreePath): Text {
    this.#literals ??= literalsOf(this.#source);
    const literal = literalAt(this.#literals, path);
    const mapped = mappedText(
      words,
      () =>
        literal === undefined
          ? refusal('the string was not found again in the source')
          : unitMapOf(this.#source, literal, this.#base, words),
      (replacement) => JSON.stringify(replacement).slice(1, -1),
    );
    if (literal === undefined || literal.length !== words.length + 2) return mapped;
    // Without escapes the words stand there as they are.
    const { locate } = verbatim(words, this.#base + literal.offset + 1);
    return { ...mapped, locate };
  }
}

/** A string that is looked for in the source when its place is first asked for: most have no finding. */
class JsonText implements Text {
  readonly words: string;
  readonly #path: TreePath;
  readonly #tree: JsonTree;
  #placed: Text | undefined;

  constructor(words: string, path: TreePath, tree: JsonTree) {
    this.words = words;
    this.#path = path;
    this.#tree = tree;
  }

  locate(range: Range): Location {
    return this.#inPlace().locate(range);
  }

  edit(range: Range, words: string): Edit | Refusal {
    return this.#inPlace().edit(range, words);
  }

  #inPlace(): Text {
    this.#placed ??= this.#tree.placed(this.words, this.#path);
    return this.#placed;
  }
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

/**
 * Walks a text that JSON.parse has read, from sign to sign and without recursion, so that depth costs nothing.
 * A key that comes twice counts where it comes last, as in JSON.parse.
 */
function literalsOf(text: string): Literals {
  const root: Literals = new Map();
  const stack: Container[] = [];
  let open: Container = { into: root, key: ROOT, isArray: false };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) {
      const end = closingQuote(text, at);
      const literal = { offset: at, length: end + 1 - at };
      at = end;
      if (open.isArray || open.isAfterColon === true || open.into === root) open.into.set(open.key, literal);
      else open.key = keyIn(text, literal);
    } else if (unit === COLON) open.isAfterColon = true;
    else if (unit === COMMA) {
      open.isAfterColon = false;
      if (open.isArray) open.key = (open.key as number) + 1;
    } else if (unit === OPEN_BRACE || unit === OPEN_BRACKET) {
      const into: Literals = new Map();
      open.into.set(open.key, into);
      stack.push(open);
      open = { into, key: 0, isArray: unit === OPEN_BRACKET };
    } else if (unit === CLOSE_BRACE || unit === CLOSE_BRACKET) open = stack.pop() ?? open;
  }
  return root;
}

/** An object or list while it is walked. */
interface Container {
  readonly into: Literals;
  /** Where the next value goes. */
  key: string | number;
  readonly isArray: boolean;
  isAfterColon?: boolean;
}

const ROOT = '';
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

function closingQuote(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); ; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) === BACKSLASH) before--;
    if ((at - before) % 2 === 1) return at;
  }
}

function keyIn(text: string, { offset, length }: Literal): string {
  const written = text.slice(offset, offset + length);
  return written.includes('\\') ? (JSON.parse(written) as string) : written.slice(1, -1);
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
