import type { InputProblem } from './input.ts';
import type { Source } from './source.ts';
import type { Text } from './text.ts';

/** What a column may hold. The configuration can name all but `channel`, `language` and `subject`. */
export const COLUMN_FIELDS = [
  'role',
  'text',
  'time',
  'conversation',
  'name',
  'title',
  'body',
  'channel',
  'language',
  'subject',
  'directive',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** What is known of a table before its rows are read. Each of its sources is some rows of it. */
export interface Table {
  /** The fields that a column was found for. */
  readonly fields: ReadonlySet<ColumnField>;
  /** How the columns were understood, in English, for `replylint parse`. */
  readonly guesses: readonly string[];
  /** The rows of a source; what of it is no row is a problem. */
  rows(source: Source): TableRows;
  /** Where an offset is in a workbook, which has no lines of its own. */
  cellAt?(offset: number): CellPlace | undefined;
  /** Why the source is not read: its rows belong to a conversation that was read before. */
  readonly scattered?: string | undefined;
}

export interface TableRows {
  readonly rows: readonly Row[];
  readonly problems: readonly InputProblem[];
}

/** One row of a CSV file, one object of a JSONL file, one row of a sheet. */
export interface Row {
  /** The words of a cell; undefined where the column is missing or the cell empty. */
  words(field: ColumnField): string | undefined;
  /** The cell with its place; only where `words` gives something. */
  text(field: ColumnField): Text;
}

/** A cell of a workbook; offsets count in the text that its cells are written as. */
export interface CellPlace {
  /** Sheet1!B7 */
  readonly address: string;
  /** 1-based. */
  readonly row: number;
  readonly rowStart: number;
  readonly rowEnd: number;
  /** Of the words of the cell. */
  readonly start: number;
}
