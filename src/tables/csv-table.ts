import type { InputProblem } from '../core/input.ts';
import type { Source } from '../core/source.ts';
import type { ColumnField, Row, Table } from '../core/table.ts';
import type { Columns, TableSettings } from './columns.ts';
import { columnsOf, plainHeader } from './columns.ts';
import type { CsvCell } from './csv-cells.ts';
import { cellsOf, cellText, wordsOfCell } from './csv-cells.ts';
import type { CsvRecord } from './csv-records.ts';
import { CsvRecords } from './csv-records.ts';

/** A table whose delimiter and columns are known. */
export interface CsvTable extends Table {
  readonly delimiter: string;
  /** The cell of one record. */
  wordsIn(record: CsvRecord, field: ColumnField): string | undefined;
}

/** What stands before the rows of a CSV file. */
export interface CsvHead {
  readonly table: CsvTable;
  /** Units of the file before the first row. */
  readonly length: number;
  /** Lines of the file before the first row. */
  readonly lines: number;
}

/** @param sample the start of the file, or all of it */
export function readHead(sample: string, settings: TableSettings, isWhole: boolean): CsvHead {
  const named = /^\ufeff?sep=([^\r\n])(?:\r\n?|\n|$)/i.exec(sample);
  const start = named?.[0].length ?? (sample.startsWith('\ufeff') ? 1 : 0);
  const line = named === null ? 1 : 2;
  const rest = sample.slice(start);
  const delimiter = named?.[1] ?? delimiterOf(rest, settings, isWhole);
  const [header] = recordsIn(rest, delimiter, { offset: start, line }, isWhole, 1);
  const cells =
    header === undefined ? [] : cellsOf(header.text, delimiter).map((cell) => wordsOfCell(header.text, cell));
  const { columns, isData, guesses } = columnsOf(cells, settings);
  const table = csvTable(delimiter, columns, cells.length, guesses);
  if (header === undefined || isData) return { table, length: start, lines: line - 1 };
  const length = header.offset + header.text.length + header.lineBreak.length;
  return { table, length, lines: line - 1 + linesIn(header) };
}

/** Excel writes commas, semicolons where the comma is the decimal point, and tabs. */
const DELIMITERS = [',', '\t', ';', '|'];
const SAMPLE_RECORDS = 30;

/** The delimiter by which the header is understood best and the rows have as many cells as it. */
function delimiterOf(sample: string, settings: TableSettings, isWhole: boolean): string {
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const records = recordsIn(sample, delimiter, { offset: 0, line: 1 }, isWhole, SAMPLE_RECORDS);
    const [header, ...rows] = records.map(({ text }) =>
      cellsOf(text, delimiter).map((cell) => wordsOfCell(text, cell)),
    );
    if (header === undefined || header.length < 2) continue;
    const known = columnsOf(header, settings).columns.size;
    const even = rows.filter(({ length }) => length === header.length).length;
    const score = known * 10 + (rows.length === 0 ? 0 : (5 * even) / rows.length) + (isHeader(header) ? 1 : 0);
    if (score <= most) continue;
    best = delimiter;
    most = score;
  }
  return best;
}

/** Cells of a header are short and differ. */
function isHeader(cells: readonly string[]): boolean {
  return new Set(cells.map(plainHeader)).size === cells.length && cells.every(({ length }) => length <= 40);
}

function recordsIn(
  text: string,
  delimiter: string,
  base: { offset: number; line: number },
  isWhole: boolean,
  most: number,
): readonly CsvRecord[] {
  const records = new CsvRecords(delimiter, base);
  const found: CsvRecord[] = [];
  const all = function* () {
    yield* records.add(text);
    if (isWhole) yield* records.finish();
  };
  for (const record of all()) {
    found.push(record);
    if (found.length >= most) break;
  }
  return found;
}

function linesIn({ text, lineBreak }: CsvRecord): number {
  return (text + lineBreak).match(/\r\n?|\n/g)?.length ?? 0;
}

function csvTable(delimiter: string, columns: Columns, width: number, guesses: readonly string[]): CsvTable {
  const cellOf = (cells: readonly CsvCell[], field: ColumnField) => {
    const column = columns.get(field);
    return column === undefined ? undefined : cells[column];
  };
  const wordsOf = (text: string, cell: CsvCell | undefined) => {
    const words = cell === undefined ? '' : wordsOfCell(text, cell);
    return words.trim() === '' ? undefined : words;
  };
  const rowOf = (record: CsvRecord): Row | InputProblem | undefined => {
    const { text, offset } = record;
    const at = { start: offset, end: offset };
    if (record.isCut) return malformed(at, 'a quote is never closed, or a row is too long');
    if (isBlankRecord(text, delimiter)) return undefined;
    const cells = cellsOf(text, delimiter);
    if (cells.slice(width).some((cell) => wordsOf(text, cell) !== undefined))
      return malformed(at, `the row has ${cells.length} cells, the header has ${width}`);
    return {
      words: (field) => wordsOf(text, cellOf(cells, field)),
      text: (field) => cellText(text, cellOf(cells, field) as CsvCell, offset, delimiter),
    };
  };
  return {
    delimiter,
    fields: new Set(columns.keys()),
    guesses,
    wordsIn: ({ text }, field) => wordsOf(text, cellOf(cellsOf(text, delimiter), field)),
    rows({ text, base }: Source) {
      const records = new CsvRecords(delimiter, base);
      const rows: Row[] = [];
      const problems: InputProblem[] = [];
      const all = function* () {
        yield* records.add(text);
        yield* records.finish();
      };
      for (const record of all()) {
        const row = rowOf(record);
        if (row === undefined) continue;
        if ('id' in row) problems.push(row);
        else rows.push(row);
      }
      return { rows, problems };
    },
  };
}

/** No cell of the record holds anything. */
export function isBlankRecord(record: string, delimiter: string): boolean {
  return record.replaceAll(delimiter, '').trim() === '';
}

function malformed(span: InputProblem['span'], problem: string): InputProblem {
  return { id: 'input/malformed', span, data: { problem } };
}
