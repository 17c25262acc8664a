import type { Source } from '../core/source.ts';
import type { Table } from '../core/table.ts';
import { breaksIn } from './csv-records.ts';
import { IdSet } from './id-set.ts';

/** A row as it is written, with the line break after it. */
export interface WrittenRow {
  readonly text: string;
  /** UTF-16 units before it in the file. */
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
  /** Of its conversation; undefined where it goes on with the one before. */
  readonly id: string | undefined;
}

/** Some rows that are too many for one source. */
export interface Oversized {
  readonly path: string;
  readonly unreadable: string;
  readonly source: Source;
}

/**
 * Puts rows that belong together into sources: the rows of a conversation while they stand together, a block of a
 * library, or the whole table where rows are regrouped.
 */
export class RowGroups {
  readonly #path: string;
  readonly #table: Table;
  readonly #isWhole: boolean;
  readonly #seen = new IdSet();
  #parts: string[] = [];
  #length = 0;
  #base = { offset: 0, line: 1 };
  #nextLine = 1;
  #id: string | undefined;
  #isScattered = false;
  #isOversized = false;

  constructor(path: string, table: Table, isRegrouped: boolean) {
    this.#path = path;
    this.#table = table;
    this.#isWhole = isRegrouped;
  }

  *add(row: WrittenRow): Generator<Source | Oversized> {
    if (this.#endsBefore(row)) yield* this.finish();
    if (this.#parts.length === 0) {
      this.#base = { offset: row.offset, line: row.line };
      this.#nextLine = row.line;
      this.#id = row.id;
      this.#isScattered = row.id !== undefined && !this.#isWhole && this.#seen.add(row.id);
    } else this.#fillUpTo(row);
    if (this.#id === undefined) this.#id = row.id;
    if (this.#length + row.text.length > LARGEST_GROUP) {
      this.#isOversized = true;
      // Lines count on; the words are not kept.
      this.#parts = [''];
    }
    if (!this.#isOversized) this.#parts.push(row.text);
    this.#length += row.text.length;
    this.#nextLine = row.line + breaksIn(row.text);
  }

  *finish(): Generator<Source | Oversized> {
    if (this.#parts.length === 0) return;
    const text = this.#parts.join('');
    const table = this.#isScattered ? { ...this.#table, scattered: this.#id as string } : this.#table;
    const source: Source = { path: this.#path, text, base: this.#base, table };
    if (this.#isOversized) {
      const unreadable = `the rows of one conversation are longer than ${LARGEST_GROUP / 1_000_000} million characters`;
      yield { path: this.#path, unreadable, source: { ...source, text: '' } };
    } else yield source;
    this.#parts = [];
    this.#length = 0;
    this.#isOversized = false;
    this.#id = undefined;
  }

  #endsBefore({ id }: WrittenRow): boolean {
    if (this.#parts.length === 0 || this.#isWhole) return false;
    if (this.#table.fields.has('conversation')) return id !== undefined && this.#id !== undefined && id !== this.#id;
    return !this.#isConversation && this.#length > BLOCK;
  }

  get #isConversation(): boolean {
    return !this.#table.fields.has('body');
  }

  /** What stood between two rows and belongs to none: blank lines. */
  #fillUpTo({ offset, line }: WrittenRow): void {
    const gap = offset - this.#base.offset - this.#length;
    if (gap <= 0) return;
    const breaks = Math.min(gap, Math.max(0, line - this.#nextLine));
    if (!this.#isOversized) this.#parts.push(' '.repeat(gap - breaks), '\n'.repeat(breaks));
    this.#length += gap;
  }
}

/** Replies of a library are read in blocks. */
const BLOCK = 1_000_000;

/** Spans of a conversation need all its rows in memory. */
const LARGEST_GROUP = 100_000_000;
