import type { Source } from '../core/source.ts';
import { wholeFile } from '../core/source.ts';
import { CsvSources } from '../tables/csv-sources.ts';
import type { Reading, SourceOrProblem } from './sources.ts';
import { unreadable } from './sources.ts';
import type { Undecodable } from './stream-decoder.ts';
import { isUndecodable, StreamDecoder } from './stream-decoder.ts';

/** The conversations, or blocks of canned replies, of a CSV file that comes in blocks. */
export async function* csvSources(
  blocks: AsyncIterable<Buffer>,
  path: string,
  reading: Reading,
): AsyncGenerator<SourceOrProblem> {
  const file = new CsvFile(path, reading);
  for await (const block of blocks) yield* file.add(block);
  yield* file.finish();
}

/** The same for bytes that were read already, and for workbooks, which are read as a whole. */
export function* tableSourcesOfBytes(bytes: Buffer, path: string, reading: Reading): Generator<SourceOrProblem> {
  const file = new CsvFile(path, reading);
  yield* file.add(bytes);
  yield* file.finish();
}

class CsvFile {
  readonly #path: string;
  readonly #decoder: StreamDecoder;
  readonly #sources: CsvSources;

  constructor(path: string, { encoding, fields = {}, regroup }: Reading) {
    this.#path = path;
    this.#decoder = new StreamDecoder(encoding);
    this.#sources = new CsvSources(path, { fields, regroup });
  }

  *add(block: Buffer): Generator<SourceOrProblem> {
    for (const piece of this.#decoder.add(block)) yield* this.#read(piece);
  }

  *finish(): Generator<SourceOrProblem> {
    for (const piece of this.#decoder.finish()) yield* this.#read(piece);
    yield* this.#sources.finish();
  }

  *#read(piece: string | Undecodable): Generator<SourceOrProblem> {
    if (!isUndecodable(piece)) {
      yield* this.#sources.add(piece);
      return;
    }
    const source: Source = { ...wholeFile(this.#path, ''), base: { offset: piece.offset, line: 1 } };
    yield unreadable(this.#path, piece.undecodable, source);
  }
}
