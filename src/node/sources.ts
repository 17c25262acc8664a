import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Source } from '../core/source.ts';
import { wholeFile } from '../core/source.ts';
import { decode } from './decode.ts';

/** A source, or why there is none. */
export type SourceOrProblem = Source | { readonly path: string; readonly unreadable: string; readonly source: Source };

/** The file as one source, or each line of a JSONL file as one, so that memory does not grow with it. */
export async function* sourcesOf(file: string, shownPath: string): AsyncGenerator<SourceOrProblem> {
  try {
    if (isLines(file)) yield* lineSources(createReadStream(file, { highWaterMark: BLOCK }), shownPath);
    else if ((await stat(file)).size > LARGEST_FILE) yield unreadable(shownPath, TOO_LARGE);
    else yield sourceOf(await readFile(file), shownPath);
  } catch (error) {
    // What the system says of a file is no fault of the program.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    yield unreadable(shownPath, error.message);
  }
}

/** Bytes that were read already: standard input. */
export function* sourcesOfBytes(bytes: Buffer, shownPath: string): Generator<SourceOrProblem> {
  if (isLines(shownPath) || looksLikeLines(bytes)) {
    const splitter = new LineSplitter(shownPath);
    yield* splitter.add(bytes);
    yield* splitter.finish();
  } else yield sourceOf(bytes, shownPath);
}

/** The file as one source, whatever its name. */
export async function wholeSource(file: string, shownPath: string): Promise<SourceOrProblem> {
  return sourceOf(await readFile(file), shownPath);
}

export function isProblem(read: SourceOrProblem): read is Exclude<SourceOrProblem, Source> {
  return 'unreadable' in read;
}

const MEGABYTE = 1_000_000;
/** Strings of Node end at half a billion units, and parsers need several times the memory of their input. */
const LARGEST_FILE = 200 * MEGABYTE;
const TOO_LARGE = `it is larger than ${LARGEST_FILE / MEGABYTE} MB; write it as JSONL, one conversation a line`;
const LONGEST_LINE = 100 * MEGABYTE;
const BLOCK = 1 << 20;
const LINE_FEED = 10;

function isLines(path: string): boolean {
  return /\.(?:jsonl|ndjson)$/i.test(path);
}

/** JSONL that came without its name: an object in the first line, and another in the next. */
function looksLikeLines(bytes: Buffer): boolean {
  const feed = bytes.indexOf(LINE_FEED);
  if (feed < 0) return false;
  const first = bytes.subarray(0, feed).toString('utf8').trim();
  return /^\ufeff?\{.*\}$/s.test(first) && /^\s*\{/.test(bytes.subarray(feed, feed + 100).toString('utf8'));
}

function sourceOf(bytes: Buffer, path: string): SourceOrProblem {
  const text = decode(bytes);
  return text === undefined ? unreadable(path, 'it is neither UTF-8, UTF-16 nor GB18030 text') : wholeFile(path, text);
}

function unreadable(path: string, reason: string, source: Source = wholeFile(path, '')): SourceOrProblem {
  return { path, unreadable: reason, source };
}

/** Each line of JSONL that comes in blocks. */
export async function* lineSources(blocks: AsyncIterable<Buffer>, path: string): AsyncGenerator<SourceOrProblem> {
  const splitter = new LineSplitter(path);
  for await (const block of blocks) yield* splitter.add(block);
  yield* splitter.finish();
}

/** Cuts blocks of bytes into lines and knows where each begins in the file. Blank lines are passed over. */
class LineSplitter {
  readonly #path: string;
  /** Bytes of a line that goes on in the next block. */
  #rest: Buffer[] = [];
  #restLength = 0;
  #isTooLong = false;
  #isRefused = false;
  #line = 1;
  #offset = 0;

  constructor(path: string) {
    this.#path = path;
  }

  *add(block: Buffer): Generator<SourceOrProblem> {
    if (this.#isRefused) return;
    if (this.#line === 1 && this.#restLength === 0 && /^(?:fffe|feff)/.test(block.toString('hex', 0, 2))) {
      this.#isRefused = true;
      yield unreadable(this.#path, 'it is UTF-16, whose lines cannot be read one by one; write JSONL as UTF-8');
      return;
    }
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
    const text = isTooLong ? undefined : decode(bytes);
    // Editors count a carriage return alone as a line too.
    this.#line += 1 + (text === undefined ? 0 : loneReturns(text));
    // A line that cannot be decoded counts by its bytes, so that later lines are at worst shifted.
    this.#offset += text?.length ?? length;
    if (text === undefined) {
      const reason = isTooLong
        ? `a line is longer than ${LONGEST_LINE / MEGABYTE} MB`
        : 'a line is neither UTF-8 nor GB18030 text';
      yield unreadable(this.#path, reason, { path: this.#path, text: '', base });
    } else if (text.trim() !== '' && text !== '\ufeff') {
      yield { path: this.#path, text: withoutLineBreak(text), base };
    }
  }
}

function withoutLineBreak(line: string): string {
  return line.endsWith('\n') ? line.slice(0, line.endsWith('\r\n') ? -2 : -1) : line;
}

function loneReturns(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) if (text[at + 1] !== '\n') count++;
  return count;
}
