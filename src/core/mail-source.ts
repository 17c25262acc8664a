import type { Lines, Source } from './source.ts';

/**
 * What is known of a source of mails before it is read. Its text is a string of bytes, one unit each: the parts of a
 * mail may be in several encodings. Offsets count bytes, and an edit is written back byte by byte.
 */
export interface MailSource {
  /** One mail, or several as mailbox files hold them, each below a line that begins with "From ". */
  readonly holds: 'mail' | 'mbox';
  /** The encoding of bytes that nothing names it of: what the user says, else what they look like. */
  guess(bytes: string): string | undefined;
  /** Where a mail belongs, where the file is read piece by piece. @param mail counted from 0 in the source */
  threadOf?(mail: number): ThreadPlace;
  /** The lines of the source as they read. */
  lines(source: Source): Lines;
}

/** The thread of a mail in its file. */
export interface ThreadPlace {
  readonly thread: number;
  /** Mails of it stand in the file before the source. */
  readonly beginsBefore: boolean;
  /** Mails of it stand in the file behind the source. */
  readonly goesOn: boolean;
}
