import type { Scalar } from 'yaml';
import type { UnitMap } from '../core/mapped-text.ts';

/** A YAML string as it is written. */
export interface WrittenScalar {
  /** From the first quote, the sign of a block or the first unit to the end; nothing of the document around it. */
  readonly raw: string;
  readonly style: ScalarStyle;
  /** Columns that the collection around it is indented by. */
  readonly indent: number;
}

export type ScalarStyle = 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED';

/** How the parser's node is written, or undefined where it does not say. */
export function writtenScalar(text: string, node: Scalar): WrittenScalar | undefined {
  const { range, type } = node;
  if (range === undefined || range === null || type === undefined || type === null || !STYLES.has(type))
    return undefined;
  // A block goes on to the end of a line or of the file; where it does not, the parser has lost its way.
  if (type.startsWith('BLOCK') && range[1] < text.length && text[range[1] - 1] !== '\n') return undefined;
  const indent = Math.max(0, (node.srcToken as { indent?: number } | undefined)?.indent ?? 0);
  return { raw: text.slice(range[0], range[1]), style: type as ScalarStyle, indent };
}

const STYLES: ReadonlySet<string> = new Set<ScalarStyle>([
  'PLAIN',
  'QUOTE_SINGLE',
  'QUOTE_DOUBLE',
  'BLOCK_LITERAL',
  'BLOCK_FOLDED',
]);

/** What a written string says, and the place of each unit of it. */
export interface DecodedScalar extends UnitMap {
  readonly words: string;
  /** Where the last line with words ends; behind it are only the line breaks that a block keeps or drops. */
  readonly contentEnd: number;
}

/**
 * Reads a YAML string by the rules of YAML 1.2.2, chapters 7.3 and 8.1. Where the parser reads it otherwise, its
 * places are worth nothing: compare the words.
 * @param offset of the string in its file
 */
export function decodeScalar({ raw, style, indent }: WrittenScalar, offset: number): DecodedScalar {
  const writer = new MapWriter(offset);
  switch (style) {
    case 'PLAIN':
      mapFlow(raw, 0, raw.length, writer, NO_ESCAPES);
      return writer.done(raw.length);
    case 'QUOTE_SINGLE':
      mapFlow(raw, 1, raw.length - 1, writer, (at) =>
        raw.startsWith("''", at) ? { words: "'", length: 2 } : undefined,
      );
      return writer.done(raw.length - 1);
    case 'QUOTE_DOUBLE':
      mapFlow(raw, 1, raw.length - 1, writer, (at) => escapeAt(raw, at, raw.length - 1));
      return writer.done(raw.length - 1);
    default:
      return mapBlock(raw, style, indent, writer);
  }
}

class MapWriter {
  readonly #units: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #offset: number;

  constructor(offset: number) {
    this.#offset = offset;
  }

  get length(): number {
    return this.#units.length;
  }

  put(words: string, start: number, end: number): void {
    for (let unit = 0; unit < words.length; unit++) {
      this.#units.push(words[unit] as string);
      this.#starts.push(this.#offset + start);
      this.#ends.push(this.#offset + end);
    }
  }

  /** Takes back white space that a line break swallows; says where it began. @param keep units that stay whatever they are */
  dropBlanks(keep: number, at: number): number {
    let start = at;
    while (this.#units.length > keep && isBlank(this.#units.at(-1))) {
      this.#units.pop();
      start = (this.#starts.pop() as number) - this.#offset;
      this.#ends.pop();
    }
    return start;
  }

  done(end: number, contentEnd = end): DecodedScalar {
    return {
      words: this.#units.join(''),
      starts: this.#starts,
      ends: this.#ends,
      end: this.#offset + end,
      contentEnd: this.#offset + contentEnd,
    };
  }
}

interface Escape {
  readonly words: string;
  readonly length: number;
}

type EscapeReader = (at: number) => Escape | undefined;

const NO_ESCAPES: EscapeReader = () => undefined;

/** Plain and quoted strings: line breaks fold into a space, blank lines into line feeds. */
function mapFlow(text: string, from: number, to: number, writer: MapWriter, escapeAtOffset: EscapeReader): void {
  let keep = 0;
  for (let at = from; at < to; ) {
    const escaped = escapeAtOffset(at);
    if (escaped !== undefined) {
      writer.put(escaped.words, at, at + escaped.length);
      at += escaped.length;
      // What an escape wrote is no white space of the line, even if it is a space.
      keep = writer.length;
    } else if (breakAt(text, at) > 0) {
      const start = writer.dropBlanks(keep, at);
      at = foldBreaks(text, start, at, to, writer);
    } else {
      writer.put(text[at] as string, at, at + 1);
      at++;
    }
  }
}

/** A break in a flow string: the offset where the words go on. @param start of the white space before the break */
function foldBreaks(text: string, start: number, from: number, to: number, writer: MapWriter): number {
  let at = skipBlanks(text, from + breakAt(text, from), to);
  const breaks: number[] = [];
  while (at < to && breakAt(text, at) > 0) {
    breaks.push(at);
    at = skipBlanks(text, at + breakAt(text, at), to);
  }
  if (breaks.length === 0) writer.put(' ', start, at);
  // Each stands for the white space behind it too, so that spans touch.
  breaks.forEach((lineBreak, index) => {
    writer.put('\n', index === 0 ? start : lineBreak, breaks[index + 1] ?? at);
  });
  return at;
}

function escapeAt(text: string, at: number, to: number): Escape | undefined {
  if (text[at] !== '\\') return undefined;
  const letter = text[at + 1] as string;
  const digits = HEX_ESCAPES[letter];
  if (digits !== undefined) {
    const code = Number.parseInt(text.slice(at + 2, at + 2 + digits), 16);
    return { words: String.fromCodePoint(code), length: 2 + digits };
  }
  const lineBreak = breakAt(text, at + 1);
  if (lineBreak === 0) return { words: ESCAPES[letter] ?? letter, length: 2 };
  // An escaped line break joins the lines; blank lines after it are line feeds.
  let end = skipBlanks(text, at + 1 + lineBreak, to);
  let words = '';
  while (end < to && breakAt(text, end) > 0) {
    words += '\n';
    end = skipBlanks(text, end + breakAt(text, end), to);
  }
  return { words, length: end - at };
}

const HEX_ESCAPES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

interface BlockLine {
  /** First unit after the indentation. */
  readonly start: number;
  /** Before the line break. */
  readonly end: number;
  /** After the line break; `end` where there is none. */
  readonly next: number;
}

/** Literal and folded blocks. */
function mapBlock(raw: string, style: ScalarStyle, indent: number, writer: MapWriter): DecodedScalar {
  const header = /^[|>]([-+0-9]*)/.exec(raw)?.[1] ?? '';
  const chomping = header.includes('-') ? 'strip' : header.includes('+') ? 'keep' : 'clip';
  const lines = blockLines(raw, indent, /\d/.exec(header)?.[0]);
  let content = lines.length;
  while (content > 0 && isEmpty(lines[content - 1] as BlockLine)) content--;
  const inContent = lines.slice(0, content);
  if (style === 'BLOCK_LITERAL') putLiteral(raw, inContent, writer);
  else putFolded(raw, inContent, writer);
  putFinalBreaks(lines, content, chomping, writer);
  return writer.done(raw.length, inContent.at(-1)?.end ?? raw.length);
}

function blockLines(raw: string, indent: number, digit: string | undefined): readonly BlockLine[] {
  const physical: { start: number; end: number; next: number }[] = [];
  let at = raw.indexOf('\n') + 1;
  while (at > 0 && at < raw.length) {
    const feed = raw.indexOf('\n', at);
    const next = feed < 0 ? raw.length : feed + 1;
    let end = feed < 0 ? raw.length : feed;
    if (feed > at && raw[feed - 1] === '\r') end--;
    physical.push({ start: at, end, next });
    at = next;
  }
  const spacesOf = ({ start, end }: { start: number; end: number }) => {
    let spaces = 0;
    while (start + spaces < end && raw[start + spaces] === ' ') spaces++;
    return spaces;
  };
  const first = physical.find((line) => line.start + spacesOf(line) < line.end);
  const width =
    digit !== undefined ? indent + Number(digit) : first === undefined ? Number.POSITIVE_INFINITY : spacesOf(first);
  return physical.map((line) => ({ ...line, start: line.start + Math.min(width, spacesOf(line)) }));
}

function isEmpty(line: BlockLine): boolean {
  return line.start === line.end;
}

function putLiteral(raw: string, lines: readonly BlockLine[], writer: MapWriter): void {
  lines.forEach((line, index) => {
    putUnits(raw, line, writer);
    const next = lines[index + 1];
    if (next !== undefined) writer.put('\n', line.end, next.start);
  });
}

function putFolded(raw: string, lines: readonly BlockLine[], writer: MapWriter): void {
  let previous: BlockLine | undefined;
  let emptyBefore: BlockLine[] = [];
  for (const line of lines) {
    if (isEmpty(line)) {
      emptyBefore.push(line);
      continue;
    }
    const keepsBreak = previous !== undefined && (isMoreIndented(raw, previous) || isMoreIndented(raw, line));
    const firstAfter = emptyBefore[0] ?? line;
    if (previous !== undefined && keepsBreak) writer.put('\n', previous.end, firstAfter.start);
    else if (previous !== undefined && emptyBefore.length === 0) writer.put(' ', previous.end, line.start);
    emptyBefore.forEach((empty, index) => {
      // The break that ends the line before is discarded when blank lines follow: the first of them stands for it.
      const from = index === 0 && previous !== undefined && !keepsBreak ? previous.end : empty.start;
      writer.put('\n', from, emptyBefore[index + 1]?.start ?? line.start);
    });
    putUnits(raw, line, writer);
    previous = line;
    emptyBefore = [];
  }
}

function isMoreIndented(raw: string, line: BlockLine): boolean {
  return isBlank(raw[line.start]);
}

function putUnits(raw: string, line: BlockLine, writer: MapWriter): void {
  for (let at = line.start; at < line.end; at++) writer.put(raw[at] as string, at, at + 1);
}

function putFinalBreaks(lines: readonly BlockLine[], content: number, chomping: string, writer: MapWriter): void {
  if (chomping === 'strip') return;
  const last = lines[content - 1];
  // The parser ends the last line of a file with a break even if there is none; its place is empty then.
  if (last !== undefined) writer.put('\n', last.end, last.next);
  if (chomping === 'clip') return;
  for (const line of lines.slice(content)) if (line.next > line.end) writer.put('\n', line.end, line.next);
}

/** The length of the line break at an offset: 0, 1 or 2. */
function breakAt(text: string, at: number): number {
  if (text[at] === '\n') return 1;
  return text[at] === '\r' && text[at + 1] === '\n' ? 2 : 0;
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text[at])) at++;
  return at;
}

function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t';
}
