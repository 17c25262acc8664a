import { refusal } from '../core/edit.ts';
import { partitionPoint } from '../core/partition-point.ts';
import type { Source } from '../core/source.ts';
import type { CellPlace, ColumnField, Row, Table } from '../core/table.ts';
import type { Text } from '../core/text.ts';
import { slice, verbatim } from '../core/text.ts';
import type { Columns, TableSettings } from './columns.ts';
import { columnsOf } from './columns.ts';
import type { Oversized } from './row-groups.ts';
import { RowGroups } from './row-groups.ts';
import type { Sheet, SheetRow, Workbook } from './workbook.ts';
import { columnName } from './workbook.ts';

/**
 * The sources of a workbook. It has no text of its own, so its cells are written one after the other, with a tab
 * between cells and a line feed after rows, and places are told by sheet and cell.
 */
export function* sheetSources(
  workbook: Workbook,
  path: string,
  settings: TableSettings,
): Generator<Source | Oversized> {
  let offset = 0;
  let isKnown = false;
  let isEmpty = true;
  for (const sheet of workbook.sheets) {
    const written = writtenSheet(sheet, offset);
    offset = written.end;
    if (sheet.rows.length > 0) isEmpty = false;
    const header = headerOf(sheet, settings);
    if (header === undefined) continue;
    isKnown = true;
    const table = sheetTable(written, header, workbook.is1904);
    const groups = new RowGroups(path, table, settings.regroup === true);
    for (const row of written.rows.slice(header.rows)) {
      const id = wordsIn(row, header.columns.get('conversation'))?.trim();
      yield* groups.add({ text: row.text, offset: row.offset, line: row.number, id: id === '' ? undefined : id });
    }
    yield* groups.finish();
  }
  if (isKnown || isEmpty) return;
  const unknown: Table = { fields: new Set(), guesses: [], rows: () => ({ rows: [], problems: [] }) };
  yield { path, text: '', base: { offset: 0, line: 1 }, table: unknown };
}

interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly WrittenSheetRow[];
  readonly end: number;
}

interface WrittenSheetRow {
  readonly number: number;
  readonly offset: number;
  /** With the line feed. */
  readonly text: string;
  /** Where the words of a cell stand in the text, by column. */
  readonly cells: ReadonlyMap<number, { readonly start: number; readonly end: number; readonly isNumber: boolean }>;
}

function writtenSheet({ name, rows }: Sheet, offset: number): WrittenSheet {
  let at = offset;
  const written = rows.map(({ number, cells }): WrittenSheetRow => {
    const places = new Map<number, { start: number; end: number; isNumber: boolean }>();
    let text = '';
    for (const [column, { words, isNumber }] of [...cells].sort(([a], [b]) => a - b)) {
      if (text !== '') text += '\t';
      places.set(column, { start: text.length, end: text.length + words.length, isNumber });
      text += words;
    }
    text += '\n';
    const row = { number, offset: at, text, cells: places };
    at += text.length;
    return row;
  });
  return { name, rows: written, end: at };
}

interface SheetHeader {
  readonly columns: Columns;
  readonly guesses: readonly string[];
  /** Rows before the first row of data. */
  readonly rows: number;
}

/** A sheet that people keep may have a title above its header. */
const ROWS_ABOVE = 10;

function headerOf({ rows }: Sheet, settings: TableSettings): SheetHeader | undefined {
  let best: SheetHeader | undefined;
  for (const [index, row] of rows.slice(0, ROWS_ABOVE).entries()) {
    const { columns, isData, guesses } = columnsOf(headerCells(row), settings);
    if (columns.size > (best?.columns.size ?? 0)) best = { columns, guesses, rows: isData ? index : index + 1 };
  }
  return best;
}

function headerCells({ cells }: SheetRow): readonly string[] {
  const width = Math.max(-1, ...cells.keys()) + 1;
  return Array.from({ length: Math.min(width, WIDEST) }, (_, column) => cells.get(column)?.words ?? '');
}

const WIDEST = 1000;

function wordsIn({ text, cells }: WrittenSheetRow, column: number | undefined): string | undefined {
  const cell = column === undefined ? undefined : cells.get(column);
  return cell === undefined ? undefined : text.slice(cell.start, cell.end);
}

function sheetTable(sheet: WrittenSheet, { columns, guesses }: SheetHeader, is1904: boolean): Table {
  const { rows } = sheet;
  return {
    fields: new Set(columns.keys()),
    guesses: [`Sheet “${sheet.name}”.`, ...guesses],
    rows: (source) => ({
      rows: rowsWithin(rows, source).map((row) => rowOf(sheet, row, columns, source, is1904)),
      problems: [],
    }),
    cellAt: (offset) => cellAt(sheet, offset),
  };
}

function rowsWithin(rows: readonly WrittenSheetRow[], { text, base }: Source): readonly WrittenSheetRow[] {
  const end = base.offset + text.length;
  const from = (offset: number) => partitionPoint(rows, (row) => row.offset >= offset);
  return rows.slice(from(base.offset), from(end));
}

function rowOf(sheet: WrittenSheet, row: WrittenSheetRow, columns: Columns, source: Source, is1904: boolean): Row {
  const rangeOf = (field: ColumnField) => {
    const column = columns.get(field);
    const cell = column === undefined ? undefined : row.cells.get(column);
    if (column === undefined || cell === undefined) return undefined;
    const start = row.offset - source.base.offset;
    return { start: start + cell.start, end: start + cell.end, isNumber: cell.isNumber, column };
  };
  return {
    words(field) {
      const range = rangeOf(field);
      if (range === undefined) return undefined;
      const words = source.text.slice(range.start, range.end);
      if (words.trim() === '') return undefined;
      return field === 'time' && range.isNumber ? timeOfSerial(words, is1904) : words;
    },
    text(field) {
      const range = rangeOf(field) as { start: number; end: number; column: number };
      const address = `${sheet.name}!${columnName(range.column)}${row.number}`;
      return readOnly(slice(verbatim(source.text, source.base.offset), range), address);
    },
  };
}

function readOnly(text: Text, address: string): Text {
  return {
    words: text.words,
    locate: (range) => text.locate(range),
    edit: () => refusal(`a workbook cannot be written; change ${address} in the program it is kept with`),
  };
}

/** Sheets count days, from 1900 or 1904. Larger numbers are seconds of a program. */
function timeOfSerial(words: string, is1904: boolean): string {
  const days = Number(words);
  if (!(days >= 1 && days < LAST_DAY)) return words;
  const at = Math.round((days - DAYS_TO_1970 + (is1904 ? DAYS_TO_1904 : 0)) * SECONDS_A_DAY) * 1000;
  return new Date(at).toISOString().slice(0, 19).replace('T', ' ');
}

/** The last day of 2199. */
const LAST_DAY = 109_575;
const DAYS_TO_1970 = 25_569;
const DAYS_TO_1904 = 1462;
const SECONDS_A_DAY = 86_400;

function cellAt({ name, rows }: WrittenSheet, offset: number): CellPlace | undefined {
  const row = rows[Math.max(0, partitionPoint(rows, (row) => row.offset > offset) - 1)];
  if (row === undefined) return undefined;
  const inside = offset - row.offset;
  let found: [number, { start: number; end: number }] | undefined;
  for (const cell of row.cells) if (found === undefined || cell[1].start <= inside) found = cell;
  const [column, { start }] = found ?? [0, { start: 0 }];
  return {
    address: `${name}!${columnName(column)}${row.number}`,
    row: row.number,
    rowStart: row.offset,
    rowEnd: row.offset + row.text.length - 1,
    start: row.offset + start,
  };
}
