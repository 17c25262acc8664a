import type { Source } from '../core/source.ts';
import { wholeFile } from '../core/source.ts';
import { CsvSources } from '../tables/csv-sources.ts';
import { sheetSources } from '../tables/sheet-sources.ts';
import type { Workbook } from '../tables/workbook.ts';
import { BadWorkbook, readWorkbook } from '../tables/workbook.ts';
import { BadArchive, openArchive } from './archive.ts';
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
  if (/\.xlsx$/i.test(path)) {
    yield* workbookSources(bytes, path, reading);
    return;
  }
  const file = new CsvFile(path, reading);
  yield* file.add(bytes);
  yield* file.finish();
}

/** Old .xls files and workbooks with a password are no archives. */
const COMPOUND_FILE = 0xe011cfd0;

function* workbookSources(bytes: Buffer, path: string, { fields = {}, regroup }: Reading): Generator<SourceOrProblem> {
  if (bytes.length > LARGEST_WORKBOOK) {
    yield unreadable(path, `the workbook is larger than ${LARGEST_WORKBOOK / 1_000_000} MB; save it as CSV`);
    return;
  }
  let workbook: Workbook;
  try {
    if (bytes.length >= 4 && bytes.readUInt32LE(0) === COMPOUND_FILE)
      throw new BadWorkbook('it has a password, or is an old .xls file; save it as .xlsx or CSV');
    const archive = openArchive(bytes, LIMITS);
    workbook = readWorkbook((name) => archive.part(name)?.toString('utf8'), MOST_CELLS);
  } catch (error) {
    if (!(error instanceof BadArchive || error instanceof BadWorkbook)) throw error;
    yield unreadable(path, error.message);
    return;
  }
  yield* sheetSources(workbook, path, { fields, regroup });
}

const LARGEST_WORKBOOK = 50_000_000;
/** A workbook unpacks to ten or twenty times its size; what unpacks to more is made to fill the memory. */
const LIMITS = { total: 200_000_000, ratio: 200, parts: 5000 };
const MOST_CELLS = 2_000_000;

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
