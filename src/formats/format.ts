import type { Channel } from '../core/conversation.ts';
import type { DocumentKind } from '../core/document.ts';
import type { ReadResult } from '../core/input.ts';
import type { Source } from '../core/source.ts';
import type { Table } from '../core/table.ts';
import type { Text } from '../core/text.ts';
import type { Tree } from '../texts/tree.ts';

/** One way to write conversations, drafts or libraries. One file per format. */
export type Format = TextFormat | TreeFormat | RowsFormat;

interface AnyFormat {
  readonly name: string;
  /** One line for the documentation. */
  readonly about: string;
  readonly kind: DocumentKind;
}

/** A format of plain text. */
export interface TextFormat extends AnyFormat {
  readonly syntax: 'text';
  /** How surely the text is in this format, from 0 to 1; 0 never reads it. */
  likeness(words: string, settings: FormatSettings): number;
  read(text: Text, settings: FormatSettings): ReadResult;
}

/** A format of structured data: JSON or YAML. */
export interface TreeFormat extends AnyFormat {
  readonly syntax: 'tree';
  likeness(value: unknown, settings: FormatSettings): number;
  read(tree: Tree, settings: FormatSettings): ReadResult;
}

/** A format of tables: CSV, sheets, and JSONL with one message a line. */
export interface RowsFormat extends AnyFormat {
  readonly syntax: 'rows';
  likeness(table: Table, settings: FormatSettings): number;
  read(source: Source, table: Table, settings: FormatSettings): ReadResult;
}

/** A likeness that no other format needs to be asked beyond. */
export const SURE = 0.95;

/** What configuration and flags say of a file. */
export interface FormatSettings {
  readonly kind?: DocumentKind | undefined;
  readonly channel?: Channel | undefined;
  /** Whether mails go to many people at once; undefined where each shows it itself. */
  readonly bulk?: boolean | undefined;
  /** Names of agents; `*` is any run of characters. */
  readonly agents: readonly string[];
  /** Names of fields, by what they hold; a format's own names where absent. */
  readonly fields: Readonly<Record<string, string>>;
}
