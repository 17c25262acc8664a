import type { Edit, Refusal } from '../core/edit.ts';
import { refusal } from '../core/edit.ts';
import type { Range } from '../core/span.ts';
import { decodeBase64, encodeBase64 } from './base64.ts';
import type { ByteRun } from './byte-run.ts';
import { charsetNamed, decodeWords, encodeWords, isAscii, unitPlaces } from './charset.ts';
import type { HeaderField } from './header-fields.ts';
import { foldsIn, LONGEST_VALUE } from './header-fields.ts';
import type { PlacedText } from './placed-text.ts';
import { placedText } from './placed-text.ts';

/** How bytes of a header that names no encoding are read. */
export type RawDecoder = (bytes: string) => { readonly words: string; readonly charset: string };

/**
 * The value of a header as people read it: in one line, encoded words (RFC 2047) decoded. An encoded word is one place:
 * its words stand somewhere in it.
 */
export function headerText(run: ByteRun, field: HeaderField, raw: RawDecoder, lineBreak: string): PlacedText {
  const value = readValue(run.bytes, field, raw);
  const end = run.startOf(value.end);
  return placedText(
    value.words,
    () => ({
      startOf: (unit) => run.startOf(value.starts[unit] as number),
      endOf: (unit) => run.endOf((value.ends[unit] as number) - 1),
      isExact: (unit) => value.runs.every((one) => unit < one.start || unit >= one.end),
      end,
    }),
    (range, words) => editOf(value, run, range, words, lineBreak),
  );
}

interface Value {
  readonly words: string;
  /** In the bytes of the mail. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Units that encoded words stand for. */
  readonly runs: readonly (Range & { readonly charset: string })[];
  readonly end: number;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly charset: string;
  readonly bytes: string;
}

const ENCODED = /=\?([^?\s]{1,60})\?([BbQq])\?([^?\r\n]{0,2000})\?=/g;

function readValue(bytes: string, field: HeaderField, raw: RawDecoder): Value {
  let start = field.valueStart;
  let end = Math.min(field.valueEnd, start + LONGEST_VALUE);
  while (start < end && /\s/.test(bytes[start] as string)) start++;
  while (end > start && /\s/.test(bytes[end - 1] as string)) end--;
  const written = bytes.slice(start, end);
  const writer = new ValueWriter(bytes, raw);
  let done = start;
  let pieces: Piece[] = [];
  for (const match of written.matchAll(ENCODED)) {
    const piece = pieceOf(match, start);
    if (piece === undefined) continue;
    const between = bytes.slice(done, piece.start);
    const isJoined = pieces.length > 0 && /^\s*$/.test(between);
    if (!isJoined) {
      writer.encoded(pieces);
      pieces = [];
      writer.plain(done, piece.start);
    }
    pieces.push(piece);
    done = piece.end;
  }
  writer.encoded(pieces);
  writer.plain(done, end);
  return writer.value(end);
}

function pieceOf(match: RegExpMatchArray, offset: number): Piece | undefined {
  const [whole, label, coding, coded] = match as unknown as [string, string, string, string];
  // A language may be named behind the encoding: "utf-8*en".
  const charset = charsetNamed(label.split('*')[0] as string) ?? (/ascii/i.test(label) ? 'windows-1252' : undefined);
  if (charset === undefined) return undefined;
  const start = offset + (match.index as number);
  const bytes = /b/i.test(coding) ? decodeBase64(coded) : decodeQ(coded);
  return { start, end: start + whole.length, charset, bytes };
}

function decodeQ(coded: string): string {
  return coded
    .replaceAll('_', ' ')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

class ValueWriter {
  readonly #bytes: string;
  readonly #raw: RawDecoder;
  #words = '';
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #runs: { start: number; end: number; charset: string }[] = [];

  constructor(bytes: string, raw: RawDecoder) {
    this.#bytes = bytes;
    this.#raw = raw;
  }

  /** Encoded words with nothing but blanks between them. */
  encoded(pieces: readonly Piece[]): void {
    for (let at = 0; at < pieces.length; ) {
      const first = pieces[at] as Piece;
      let last = at;
      let words = decodeWords(first.bytes, first.charset);
      let bytes = first.bytes;
      // Some programs cut characters in two.
      while (words === undefined && pieces[last + 1]?.charset === first.charset) {
        last++;
        bytes += (pieces[last] as Piece).bytes;
        words = decodeWords(bytes, first.charset);
      }
      const behind = pieces[last] as Piece;
      if (words === undefined) this.plain(first.start, behind.end);
      else {
        // A line break in a subject would be a line of its own.
        const shown = words.replace(/[\r\n]/g, ' ');
        const from = this.#words.length;
        this.#push(shown, first.start, behind.end);
        this.#runs.push({ start: from, end: this.#words.length, charset: first.charset });
      }
      at = last + 1;
    }
  }

  plain(start: number, end: number): void {
    let at = start;
    for (const fold of foldsIn(this.#bytes.slice(start, end))) {
      this.#verbatim(at, start + fold.start);
      at = start + fold.end;
      this.#push(' ', start + fold.start, at);
    }
    this.#verbatim(at, end);
  }

  value(end: number): Value {
    return { words: this.#words, starts: this.#starts, ends: this.#ends, runs: this.#runs, end };
  }

  #verbatim(start: number, end: number): void {
    if (start >= end) return;
    const bytes = this.#bytes.slice(start, end);
    const { words, charset } = isAscii(bytes) ? { words: bytes, charset: 'utf-8' } : this.#raw(bytes);
    const places = unitPlaces(bytes, words, charset);
    for (let unit = 0; unit < words.length; unit++) {
      this.#starts.push(start + (places?.starts[unit] ?? 0));
      this.#ends.push(places === undefined ? end : start + (places.ends[unit] as number));
    }
    this.#words += words;
  }

  #push(words: string, start: number, end: number): void {
    this.#words += words;
    for (let unit = 0; unit < words.length; unit++) {
      this.#starts.push(start);
      this.#ends.push(end);
    }
  }
}

function editOf(value: Value, run: ByteRun, range: Range, replacement: string, lineBreak: string): Edit | Refusal {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what may not stand there
  if (/[\0-\x08\x0a-\x1f\x7f]/.test(replacement)) return refusal('a header is one line, without control characters');
  const { words, starts, ends, runs } = value;
  const isTouched = runs.some((one) => range.start < one.end && range.end > one.start);
  const isInside = runs.some((one) => range.start > one.start && range.start < one.end);
  if (!isTouched && !isInside && isAscii(replacement)) return { span: spanOf(value, run, range), words: replacement };
  const all = wholeWords(value, range);
  const wanted = words.slice(all.start, range.start) + replacement + words.slice(range.end, all.end);
  const span = spanOf(value, run, all);
  if (wanted === '') return { span, words: '' };
  const preferred = runs.find((one) => one.start < all.end && one.end > all.start)?.charset;
  const first = starts[all.start] ?? (ends.at(-1) as number | undefined) ?? value.end;
  const column = first - (run.bytes.lastIndexOf('\n', first - 1) + 1);
  return { span, words: encodedWords(wanted, preferred, column, lineBreak) };
}

/** The range, and the encoded words and the words up to the next blank that it touches: encoded words stand between blanks. */
function wholeWords({ words, runs }: Value, range: Range): Range {
  let { start, end } = range;
  for (let isGrowing = true; isGrowing; ) {
    const [from, to] = [start, end];
    for (const one of runs)
      if (one.start <= end && one.end >= start) {
        start = Math.min(start, one.start);
        end = Math.max(end, one.end);
      }
    const isCoded = (unit: number) => runs.some((one) => unit >= one.start && unit < one.end);
    while (start > 0 && !isCoded(start - 1) && !/[ \t]/.test(words[start - 1] as string)) start--;
    while (end < words.length && !isCoded(end) && !/[ \t]/.test(words[end] as string)) end++;
    isGrowing = start !== from || end !== to;
  }
  return { start, end };
}

function spanOf({ words, starts, ends, end }: Value, run: ByteRun, range: Range): { start: number; end: number } {
  const start = range.start < words.length ? (starts[range.start] as number) : end;
  const behind = range.end > range.start ? (ends[range.end - 1] as number) : start;
  return { start: run.startOf(start), end: run.startOf(behind) };
}

/** Words as encoded words of 75 characters at most, each in a line of its own but the first. */
function encodedWords(words: string, preferred: string | undefined, column: number, lineBreak: string): string {
  const charset = preferred !== undefined && encodeWords(words, preferred) !== undefined ? preferred : 'utf-8';
  const pieces: string[] = [];
  let bytes = '';
  let room = roomFor(charset, Math.max(30, 76 - column));
  for (const sign of words) {
    const more = encodeWords(sign, charset) as string;
    if (bytes !== '' && bytes.length + more.length > room) {
      pieces.push(bytes);
      bytes = '';
      room = roomFor(charset, 75);
    }
    bytes += more;
  }
  pieces.push(bytes);
  return pieces.map((piece) => `=?${charset}?B?${encodeBase64(piece)}?=`).join(`${lineBreak} `);
}

/** How many bytes fit into an encoded word of a length. */
function roomFor(charset: string, length: number): number {
  return Math.max(6, Math.floor((length - charset.length - 7) / 4) * 3);
}
