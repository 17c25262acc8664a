import type { Scalar } from 'yaml';
import type { Refusal } from '../core/edit.ts';
import { refusal } from '../core/edit.ts';
import type { UnitMap } from '../core/mapped-text.ts';

/**
 * The place of every unit of a YAML string, in any of the five styles. The rules are those of YAML 1.2.2,
 * chapters 7.3 and 8.1. The result is compared with what the parser read, and undefined where they differ.
 * @param base offset of the text in its file
 */
export function mapScalar(text: string, node: Scalar, base: number): UnitMap | undefined {
  const range = node.range;
  if (range === undefined || range === null || typeof node.value !== 'string') return undefined;
  const writer = new MapWriter(base);
  const [start, end] = range;
  switch (node.type) {
    case 'PLAIN':
      mapFlow(text, start, end, writer, NO_ESCAPES);
      writer.finish(end);
      break;
    case 'QUOTE_SINGLE':
      mapFlow(text, start + 1, end - 1, writer, (at) =>
        text.startsWith("''", at) ? { words: "'", length: 2 } : undefined,
      );
      writer.finish(end - 1);
      break;
    case 'QUOTE_DOUBLE':
      mapFlow(text, start + 1, end - 1, writer, (at) => escapeAt(text, at, end - 1));
      writer.finish(end - 1);
      break;
    case 'BLOCK_LITERAL':
    case 'BLOCK_FOLDED':
      mapBlock(text, node, writer);
      writer.finish(end);
      break;
    default:
      return undefined;
  }
  return writer.words === node.value ? writer.map() : undefined;
}

class MapWriter {
  words = '';
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #base: number;
  #end = 0;

  constructor(base: number) {
    this.#base = base;
  }

  put(words: string, start: number, end: number): void {
    for (let unit = 0; unit < words.length; unit++) {
      this.#starts.push(this.#base + start);
      this.#ends.push(this.#base + end);
    }
    this.words += words;
  }

  /** Takes back white space that a line break swallows. @param keep units that stay whatever they are */
  dropBlanks(keep: number): void {
    while (this.words.length > keep && isBlank(this.words.at(-1))) {
      this.words = this.words.slice(0, -1);
      this.#starts.pop();
      this.#ends.pop();
    }
  }

  finish(end: number): void {
    this.#end = this.#base + end;
  }

  map(): UnitMap {
    return { starts: this.#starts, ends: this.#ends, end: this.#end };
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
      keep = writer.words.length;
    } else if (breakAt(text, at) > 0) {
      writer.dropBlanks(keep);
      at = foldBreaks(text, at, to, writer);
    } else {
      writer.put(text[at] as string, at, at + 1);
      at++;
    }
  }
}

/** A break in a flow string: the offset where the words go on. */
function foldBreaks(text: string, from: number, to: number, writer: MapWriter): number {
  let at = skipBlanks(text, from + breakAt(text, from), to);
  const emptyLines: [number, number][] = [];
  while (at < to && breakAt(text, at) > 0) {
    const next = at + breakAt(text, at);
    emptyLines.push([at, next]);
    at = skipBlanks(text, next, to);
  }
  if (emptyLines.length === 0) writer.put(' ', from, at);
  emptyLines.forEach(([start, end], index) => {
    // The last line feed stands for the indentation behind it too, so that spans touch.
    writer.put('\n', index === 0 ? from : start, index === emptyLines.length - 1 ? at : end);
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
function mapBlock(text: string, node: Scalar, writer: MapWriter): void {
  const [start, end] = node.range as [number, number, number];
  const header = /^[|>]([-+0-9]*)/.exec(text.slice(start, end))?.[1] ?? '';
  const chomping = header.includes('-') ? 'strip' : header.includes('+') ? 'keep' : 'clip';
  const lines = blockLines(text, start, end, node, /\d/.exec(header)?.[0]);
  let content = lines.length;
  while (content > 0 && isEmpty(lines[content - 1] as BlockLine)) content--;
  const inContent = lines.slice(0, content);
  if (node.type === 'BLOCK_LITERAL') putLiteral(text, inContent, writer);
  else putFolded(text, inContent, writer);
  putFinalBreaks(lines, content, chomping, writer);
}

function blockLines(text: string, start: number, end: number, node: Scalar, digit: string | undefined): BlockLine[] {
  const raw: { start: number; end: number; next: number }[] = [];
  let at = text.indexOf('\n', start) + 1;
  while (at > 0 && at < end) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    let lineEnd = feed < 0 || feed >= end ? end : feed;
    if (next > lineEnd && text[lineEnd - 1] === '\r' && lineEnd > at) lineEnd--;
    raw.push({ start: at, end: lineEnd, next });
    at = next;
  }
  const indentation = (line: { start: number; end: number }) =>
    /^ */.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
  const first = raw.find((line) => line.start + indentation(line) < line.end);
  const parent = Math.max(0, (node.srcToken as { indent?: number } | undefined)?.indent ?? 0);
  const width =
    digit !== undefined ? parent + Number(digit) : first === undefined ? Number.POSITIVE_INFINITY : indentation(first);
  return raw.map((line) => ({ ...line, start: Math.min(line.start + Math.min(width, indentation(line)), line.end) }));
}

function isEmpty(line: BlockLine): boolean {
  return line.start === line.end;
}

function putLiteral(text: string, lines: readonly BlockLine[], writer: MapWriter): void {
  lines.forEach((line, index) => {
    putUnits(text, line, writer);
    const next = lines[index + 1];
    if (next !== undefined) writer.put('\n', line.end, next.start);
  });
}

function putFolded(text: string, lines: readonly BlockLine[], writer: MapWriter): void {
  let previous: BlockLine | undefined;
  let emptyBefore: BlockLine[] = [];
  for (const line of lines) {
    if (isEmpty(line)) {
      emptyBefore.push(line);
      continue;
    }
    const keepsBreak = previous !== undefined && (isMoreIndented(text, previous) || isMoreIndented(text, line));
    const firstAfter = emptyBefore[0] ?? line;
    if (previous !== undefined && keepsBreak) writer.put('\n', previous.end, firstAfter.start);
    else if (previous !== undefined && emptyBefore.length === 0) writer.put(' ', previous.end, line.start);
    emptyBefore.forEach((empty, index) => {
      // The break that ends the line before is discarded when blank lines follow: the first of them stands for it.
      const from = index === 0 && previous !== undefined && !keepsBreak ? previous.end : empty.start;
      writer.put('\n', from, emptyBefore[index + 1]?.start ?? line.start);
    });
    putUnits(text, line, writer);
    previous = line;
    emptyBefore = [];
  }
}

function isMoreIndented(text: string, line: BlockLine): boolean {
  return isBlank(text[line.start]);
}

function putUnits(text: string, line: BlockLine, writer: MapWriter): void {
  for (let at = line.start; at < line.end; at++) writer.put(text[at] as string, at, at + 1);
}

function putFinalBreaks(lines: readonly BlockLine[], content: number, chomping: string, writer: MapWriter): void {
  const last = lines[content - 1];
  if (chomping === 'strip') return;
  if (chomping === 'clip') {
    if (last !== undefined) writer.put('\n', last.end, last.next);
    return;
  }
  for (const line of lines.slice(Math.max(0, content - 1)))
    if (line.next > line.end) writer.put('\n', line.end, line.next);
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

/** A part of a YAML string that is to be written anew. */
export interface ScalarPart {
  readonly text: string;
  readonly node: Scalar;
  /** Offsets in `text`. */
  readonly start: number;
  readonly end: number;
}

/** Writes words so that they are legal in place of the part, in the style of the string. */
export function spellScalar(words: string, part: ScalarPart): string | Refusal {
  if (UNPRINTABLE.test(words) && part.node.type !== 'QUOTE_DOUBLE')
    return refusal('only a double-quoted string can hold control characters');
  switch (part.node.type) {
    case 'QUOTE_DOUBLE':
      return JSON.stringify(words).slice(1, -1);
    case 'QUOTE_SINGLE':
      return /[\r\n]/.test(words) ? refusal('a single-quoted string folds line breaks') : words.replaceAll("'", "''");
    case 'PLAIN':
      return spellPlain(words, part);
    default:
      return spellBlock(words, part);
  }
}

/** Control characters except tab and line breaks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]/;

function spellPlain(words: string, { text, node, start, end }: ScalarPart): string | Refusal {
  const [from, to] = node.range as [number, number, number];
  const whole = text.slice(from, start) + words + text.slice(end, to);
  const isSafe =
    !/[\r\n\t]/.test(words) &&
    /^[\p{L}]/u.test(whole) &&
    !/(^|\s)#|:(\s|$)|[{}[\],&*|>%@`]|\s$/u.test(whole) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(whole);
  return isSafe ? words : refusal('the words would need quotes in the YAML source');
}

function spellBlock(words: string, { text, node, start }: ScalarPart): string | Refusal {
  if (!/[\r\n]/.test(words)) {
    // White space at the start of a line would change its indentation, or the folding.
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const isAtLineStart = /^\s*$/.test(text.slice(lineStart, start));
    return isAtLineStart && /^\s|^$/.test(words)
      ? refusal('the words would change the indentation of the block')
      : words;
  }
  if (node.type === 'BLOCK_FOLDED') return refusal('a folded block turns line breaks into spaces');
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indentation = /^ */.exec(text.slice(lineStart))?.[0] ?? '';
  if (/(^|\n)[ \t]/.test(words)) return refusal('the words would change the indentation of the block');
  return words.replace(/\r?\n/g, `\n${indentation}`);
}
