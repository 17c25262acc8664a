import type { Source } from '../core/source.ts';
import type { TableSettings } from './columns.ts';
import type { CsvRecord } from './csv-records.ts';
import { CsvRecords } from './csv-records.ts';
import type { CsvTable } from './csv-table.ts';
import { isBlankRecord, readHead } from './csv-table.ts';
import type { Oversized } from './row-groups.ts';
import { RowGroups } from './row-groups.ts';

/** The sources of a CSV or TSV file whose text comes in blocks. */
export class CsvSources {
  readonly #path: string;
  readonly #settings: TableSettings;
  /** The start of the file, until there is enough of it to tell delimiter and columns. */
  #head = '';
  #body: Body | undefined;

  constructor(path: string, settings: TableSettings) {
    this.#path = path;
    this.#settings = settings;
  }

  *add(text: string): Generator<Source | Oversized> {
    if (this.#body !== undefined) {
      yield* this.#rows(this.#body, this.#body.records.add(text));
      return;
    }
    this.#head += text;
    if (this.#head.length >= HEAD) yield* this.#begin(false);
  }

  *finish(): Generator<Source | Oversized> {
    if (this.#body === undefined) yield* this.#begin(true);
    const body = this.#body as Body | undefined;
    if (body === undefined) return;
    yield* this.#rows(body, body.records.finish());
    yield* body.groups.finish();
  }

  *#begin(isWhole: boolean): Generator<Source | Oversized> {
    const text = this.#head;
    this.#head = '';
    const { table, length, lines } = readHead(text, this.#settings, isWhole);
    const records = new CsvRecords(table.delimiter, { offset: length, line: 1 + lines });
    const groups = new RowGroups(this.#path, table, this.#settings.regroup === true);
    this.#body = { table, records, groups };
    // A table of nobody knows what is not read on: one source says so.
    if (table.fields.size === 0 && text.trim() !== '') {
      this.#body = { table, records: new CsvRecords(table.delimiter, { offset: 0, line: 1 }), groups, isUnknown: true };
      yield { path: this.#path, text: text.slice(0, HEAD), base: { offset: 0, line: 1 }, table };
      return;
    }
    yield* this.#rows(this.#body, records.add(text.slice(length)));
  }

  *#rows({ table, groups, isUnknown }: Body, records: Iterable<CsvRecord>): Generator<Source | Oversized> {
    if (isUnknown === true) return;
    for (const record of records) {
      const { text, lineBreak, offset, line, isCut } = record;
      if (isBlankRecord(text, table.delimiter)) continue;
      const id = isCut ? undefined : table.wordsIn(record, 'conversation')?.trim();
      yield* groups.add({ text: text + lineBreak, offset, line, id });
    }
  }
}

interface Body {
  readonly table: CsvTable;
  readonly records: CsvRecords;
  readonly groups: RowGroups;
  readonly isUnknown?: boolean;
}

/** As much of a file as shows its delimiter and columns. */
const HEAD = 64_000;
