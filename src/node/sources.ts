import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Source } from '../core/source.ts';
import { wholeFile } from '../core/source.ts';
import { decode } from './decode.ts';
import type { Encoding } from './encoding.ts';
import { encodingOf } from './encoding.ts';
import { isUndecodable, NO_ENCODING, StreamDecoder } from './stream-decoder.ts';

/** What configuration and flags say of how a file is read before its format is known. */
export interface Reading {
  /** Overrides what the bytes look like. */
  readonly encoding?: string | undefined;
  /** Rows of one conversation are collected wherever they stand. */
  readonly regroup?: boolean | undefined;
  readonly fields?: Readonly<Record<string, string>>;
}

/** A source, or why there is none. */
export type SourceOrProblem = Source | { readonly path: string; readonly unreadable: string; readonly source: Source };

/** The file as one source, or each line of a JSONL file and each conversation of a table as one, so that memory does not grow with it. */
export async function* sourcesOf(
  file: string,
  shownPath: string,
  reading: Reading = {},
): AsyncGenerator<SourceOrProblem> {
  try {
    const blocks = () => blocksOf(file);
    if (isLines(file)) yield* messagesTogether(lineSources(blocks(), shownPath, reading), shownPath, reading);
    else if (isDelimited(file)) yield* (await import('./table-sources.ts')).csvSources(blocks(), shownPath, reading);
    else if (isMailbox(file)) yield* (await import('./mail-sources.ts')).mailboxSources(blocks, shownPath, reading);
    else if ((await stat(file)).size > LARGEST_FILE) yield* largeSources(file, shownPath, reading);
    else yield* sourcesOfContent(await readFile(file), shownPath, reading);
  } catch (error) {
    // What the system says of a file is no fault of the program.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    yield unreadable(shownPath, error.message);
  }
}

/** Mailbox files of mail programs have no extension. */
async function* largeSources(file: string, path: string, reading: Reading): AsyncGenerator<SourceOrProblem> {
  const { MAIL_HEAD, mailboxSources, mailsByContent } = await import('./mail-sources.ts');
  for await (const head of createReadStream(file, { end: MAIL_HEAD }) as AsyncIterable<Buffer>) {
    if (mailsByContent(head) === 'mbox') yield* mailboxSources(() => blocksOf(file), path, reading);
    else yield unreadable(path, TOO_LARGE);
    return;
  }
}

/** The file is opened when its first block is asked for, so that whoever asks hears of errors. */
async function* blocksOf(file: string): AsyncGenerator<Buffer> {
  yield* createReadStream(file, { highWaterMark: BLOCK }) as AsyncIterable<Buffer>;
}

/** Bytes that were read already, standard input, by the name they go by. */
export async function* sourcesOfContent(
  bytes: Buffer,
  path: string,
  reading: Reading = {},
): AsyncGenerator<SourceOrProblem> {
  if (isTable(path)) yield* (await import('./table-sources.ts')).tableSourcesOfBytes(bytes, path, reading);
  else if (isLines(path) || looksLikeLines(bytes))
    yield* messagesTogether(sourcesOfBytes(bytes, path, reading), path, reading);
  else if (mayBeMails(bytes, path))
    yield* (await import('./mail-sources.ts')).mailSourcesOfBytes(bytes, path, reading, (text) =>
      sourcesOfBytes(text, path, reading),
    );
  else yield* sourcesOfBytes(bytes, path, reading);
}

/** Lines with one message each, put together; the parser is loaded for JSONL alone. */
async function* messagesTogether(
  lines: AsyncIterable<SourceOrProblem> | Iterable<SourceOrProblem>,
  path: string,
  { fields = {}, regroup }: Reading,
): AsyncGenerator<SourceOrProblem> {
  const { JsonRowSources } = await import('../tables/json-rows.ts');
  const rows = new JsonRowSources<Exclude<SourceOrProblem, Source>>(path, { fields, regroup });
  for await (const line of lines) yield* rows.add(line);
  yield* rows.finish();
}

/** A text, or lines of JSONL each by itself. */
export function* sourcesOfBytes(bytes: Buffer, shownPath: string, reading: Reading = {}): Generator<SourceOrProblem> {
  if (isLines(shownPath) || looksLikeLines(bytes)) {
    const lines = new LineReader(shownPath, reading.encoding);
    yield* lines.add(bytes);
    yield* lines.finish();
  } else yield sourceOf(bytes, shownPath, reading);
}

export function isProblem(read: SourceOrProblem): read is Exclude<SourceOrProblem, Source> {
  return 'unreadable' in read;
}

const MEGABYTE = 1_000_000;
/** Strings of Node end at half a billion units, and parsers need several times the memory of their input. */
const LARGEST_FILE = 200 * MEGABYTE;
const TOO_LARGE = `it is larger than ${LARGEST_FILE / MEGABYTE} MB; write it as JSONL, one conversation a line, or as CSV`;
const LONGEST_LINE = 100 * MEGABYTE;
const BLOCK = 1 << 20;
const LINE_FEED = 10;

function isLines(path: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(path);
}

function isMailbox(path: string): boolean {
  return /\.(?:mbox|mbx)$/i.test(path);
}

/** A mail by its name, or a text that begins like one: the reader of mails is loaded to look closer. */
export function mayBeMails(bytes: Buffer, path: string): boolean {
  if (isMailbox(path) || /\.eml$/i.test(path)) return true;
  if (/\.(?:json|ya?ml|md|markdown|vtt|srt)$/i.test(path)) return false;
  const head = bytes.subarray(0, 8000).toString('latin1');
  return (
    /^(?:From \S|[A-Za-z][!-9;-~]{0,60}:)/.test(head) &&
    /^(?:received|message-id|mime-version|return-path|delivered-to):/im.test(head)
  );
}

/** A file of rows and columns, read by `table-sources.ts`. */
export function isTable(path: string): boolean {
  return isDelimited(path) || /\.xlsx$/i.test(path);
}

function isDelimited(path: string): boolean {
  return /\.(?:csv|tsv|tab)$/i.test(path);
}

/** JSONL that came without its name: an object in the first line, and another in the next. */
function looksLikeLines(bytes: Buffer): boolean {
  const feed = bytes.indexOf(LINE_FEED);
  if (feed < 0) return false;
  const first = bytes.subarray(0, feed).toString('utf8').trim();
  return /^\ufeff?\{.*\}$/s.test(first) && /^\s*\{/.test(bytes.subarray(feed, feed + 100).toString('utf8'));
}

function sourceOf(bytes: Buffer, path: string, { encoding }: Reading): SourceOrProblem {
  const text = decode(bytes, encoding);
  if (text !== undefined) return wholeFile(path, text);
  return unreadable(path, encoding === undefined ? NO_ENCODING : `it is no ${encoding} text`);
}

export function unreadable(path: string, reason: string, source: Source = wholeFile(path, '')): SourceOrProblem {
  return { path, unreadable: reason, source };
}

/** Each line of JSONL that comes in blocks. */
export async function* lineSources(
  blocks: AsyncIterable<Buffer>,
  path: string,
  { encoding }: Reading = {},
): AsyncGenerator<SourceOrProblem> {
  const lines = new LineReader(path, encoding);
  for await (const block of blocks) yield* lines.add(block);
  yield* lines.finish();
}

/** Lines of JSONL in any encoding. A line feed of UTF-16 is two bytes, so such files are decoded before they are cut. */
class LineReader {
  readonly #path: string;
  readonly #named: string | undefined;
  #splitter: LineSplitter | undefined;
  #decoder: StreamDecoder | undefined;

  constructor(path: string, encoding: string | undefined) {
    this.#path = path;
    this.#named = encoding;
  }

  *add(block: Buffer): Generator<SourceOrProblem> {
    if (block.length === 0) return;
    const splitter = this.#splitterFor(block);
    if (this.#decoder === undefined) yield* splitter.add(block);
    else yield* this.#decoded(this.#decoder.add(block), splitter);
  }

  *finish(): Generator<SourceOrProblem> {
    const splitter = this.#splitter;
    if (splitter === undefined) return;
    if (this.#decoder !== undefined) yield* this.#decoded(this.#decoder.finish(), splitter);
    yield* splitter.finish();
  }

  #splitterFor(first: Buffer): LineSplitter {
    if (this.#splitter !== undefined) return this.#splitter;
    const found: Encoding | string | undefined = this.#named ?? encodingOf(first, false);
    if (found !== undefined && !/^(?:utf-?8|gb|big5)/i.test(found)) this.#decoder = new StreamDecoder(found);
    this.#splitter = new LineSplitter(this.#path, this.#decoder === undefined ? found : undefined);
    return this.#splitter;
  }

  *#decoded(pieces: Iterable<string | { undecodable: string; offset: number }>, splitter: LineSplitter) {
    for (const piece of pieces) {
      if (isUndecodable(piece)) yield unreadable(this.#path, piece.undecodable);
      else yield* splitter.add(Buffer.from(piece));
    }
  }
}

/** Cuts blocks of bytes into lines and knows where each begins in the file. Blank lines are passed over. */
class LineSplitter {
  readonly #path: string;
  /** Bytes of a line that goes on in the next block. */
  #rest: Buffer[] = [];
  #restLength = 0;
  #isTooLong = false;
  #line = 1;
  #offset = 0;
  readonly #encoding: string | undefined;

  /** @param encoding of lines that are no UTF-8 */
  constructor(path: string, encoding: string | undefined) {
    this.#path = path;
    this.#encoding = encoding;
  }

  *add(block: Buffer): Generator<SourceOrProblem> {
    let start = 0;
    for (;;) {
      const feed = block.indexOf(LINE_FEED, start);
      if (feed < 0) break;
      const part = block.subarray(start, feed + 1);
      start = feed + 1;
      yield* this.#end(part);
    }
    this.#keep(block.subarray(start));
  }

  *finish(): Generator<SourceOrProblem> {
    if (this.#restLength > 0 || this.#isTooLong) yield* this.#end(Buffer.alloc(0));
  }

  #keep(part: Buffer): void {
    if (part.length === 0) return;
    this.#restLength += part.length;
    if (this.#restLength > LONGEST_LINE) {
      this.#isTooLong = true;
      this.#rest = [];
    } else this.#rest.push(Buffer.from(part));
  }

  /** @param part the end of the line, with its line feed */
  *#end(part: Buffer): Generator<SourceOrProblem> {
    const bytes = this.#rest.length === 0 ? part : Buffer.concat([...this.#rest, part]);
    const length = this.#restLength + part.length;
    const isTooLong = this.#isTooLong || length > LONGEST_LINE;
    this.#rest = [];
    this.#restLength = 0;
    this.#isTooLong = false;
    const base = { offset: this.#offset, line: this.#line };
    const text = isTooLong ? undefined : lineText(bytes, this.#encoding);
    // Editors count a carriage return alone as a line too.
    this.#line += 1 + (text === undefined ? 0 : loneReturns(text));
    // A line that cannot be decoded counts by its bytes, so that later lines are at worst shifted.
    this.#offset += text?.length ?? length;
    if (text === undefined) {
      const reason = isTooLong
        ? `a line is longer than ${LONGEST_LINE / MEGABYTE} MB`
        : 'a line is neither UTF-8, GB18030 nor Big5 text';
      yield unreadable(this.#path, reason, { path: this.#path, text: '', base });
    } else if (text.trim() !== '' && text !== '\ufeff') {
      yield { path: this.#path, text: withoutLineBreak(text), base };
    }
  }
}

/** A line in the encoding of the file; one that is not of it may have come from elsewhere. */
function lineText(bytes: Buffer, encoding: string | undefined): string | undefined {
  if (encoding === undefined || encoding === 'utf-8' || isUtf8(bytes)) return decode(bytes);
  return decode(bytes, encoding) ?? decode(bytes);
}

function withoutLineBreak(line: string): string {
  return line.endsWith('\n') ? line.slice(0, line.endsWith('\r\n') ? -2 : -1) : line;
}

function loneReturns(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) if (text[at + 1] !== '\n') count++;
  return count;
}
