import type { Channel } from '../core/conversation.ts';
import type { DocumentKind } from '../core/document.ts';
import type { ReadResult } from '../core/input.ts';
import type { MailSource } from '../core/mail-source.ts';
import type { Source } from '../core/source.ts';
import type { Table } from '../core/table.ts';
import type { Text } from '../core/text.ts';
import type { HtmlReader } from '../texts/html-reader.ts';
import type { Tree } from '../texts/tree.ts';

/** One way to write conversations, drafts or libraries. One file per format. */
export type Format = TextFormat | TreeFormat | RowsFormat | MailFormat;

interface AnyFormat {
  readonly name: string;
  /** One line for the documentation. */
  readonly about: string;
  readonly kind: DocumentKind;
  /** What the format tells, for the documentation. */
  readonly tells: Tells;
}

export interface Tells {
  /** Where roles come from, in a few words. */
  readonly roles: string;
  /** Where times come from; empty where there are none. */
  readonly times: string;
  /** Empty where every edit can be written; else those that are refused. */
  readonly refuses?: string;
  /** Where the kinds of files are few. */
  readonly files: string;
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
  /** Whether some texts are HTML: then `read` is given a reader of it, which is loaded for such formats only. */
  readonly hasHtml?: boolean;
  likeness(value: unknown, settings: FormatSettings): number;
  read(tree: Tree, settings: FormatSettings, html?: HtmlReader): ReadResult;
}

/** A format of tables: CSV, sheets, and JSONL with one message a line. */
export interface RowsFormat extends AnyFormat {
  readonly syntax: 'rows';
  likeness(table: Table, settings: FormatSettings): number;
  read(source: Source, table: Table, settings: FormatSettings): ReadResult;
}

/** A format of mails as they are sent, held byte by byte. */
export interface MailFormat extends AnyFormat {
  readonly syntax: 'mail';
  likeness(mails: MailSource): number;
  read(source: Source, mails: MailSource, settings: FormatSettings, html: HtmlReader | undefined): ReadResult;
}

/** The likeness of what one product alone writes; no other format is asked. */
export const CERTAIN = 1;
/** The likeness of what is hardly anything else, unless a product is known by it. */
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
  /** Which of two numbers of a date comes first, where the file does not tell. */
  readonly dates?: DateOrder | undefined;
}

export const DATE_ORDERS = ['day-first', 'month-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];
