import type { ThreadPlace } from '../core/mail-source.ts';
import type { Source } from '../core/source.ts';
import { headIn } from '../mime/header-fields.ts';
import { mailIdsIn } from '../mime/mail-ids.ts';
import { mailSource, wholeMailFile } from '../mime/mail-source.ts';
import type { CutMail } from '../mime/mail-splitter.ts';
import { MailSplitter } from '../mime/mail-splitter.ts';
import { isSeparator } from '../mime/mbox.ts';
import { ThreadIndex } from '../mime/thread-index.ts';
import { breaksIn } from '../tables/csv-records.ts';
import { encodingOf } from './encoding.ts';
import type { Reading, SourceOrProblem } from './sources.ts';
import { unreadable } from './sources.ts';

/** What a file of mails holds, by its first bytes; undefined where it is something else. */
export function mailsByContent(head: Buffer): 'mail' | 'mbox' | undefined {
  const text = head.toString('latin1');
  if (isSeparator(text, 0)) return 'mbox';
  const { fields, bodyStart } = headIn(text, 0, text.length);
  const names = new Set(fields.map(({ name }) => name));
  const isBegun = fields.length >= 3 && (bodyStart >= text.length || /\n\r?\n$/.test(text.slice(0, bodyStart)));
  // A draft may begin with the headers that people write.
  const isSent = ['received', 'message-id', 'mime-version', 'return-path', 'delivered-to'].some((one) =>
    names.has(one),
  );
  return isBegun && isSent && (names.has('from') || names.has('date')) ? 'mail' : undefined;
}

/** As much of a file as shows what it holds. */
export const MAIL_HEAD = 8000;

/** A single mail. */
export function mailFileSource(bytes: Buffer, path: string, reading: Reading): SourceOrProblem {
  if (bytes.length > LARGEST_MAIL) return unreadable(path, TOO_LARGE);
  return wholeMailFile(path, bytes.toString('latin1'), 'mail', guessFor(reading));
}

/**
 * The mails of a mailbox file in windows of whole mails, so that memory does not grow with the file. The file is read
 * twice: first the headers, which tell what belongs together, then the mails.
 */
export async function* mailboxSources(
  open: () => AsyncIterable<Buffer>,
  path: string,
  reading: Reading,
): AsyncGenerator<SourceOrProblem> {
  const indexer = new Indexer();
  for await (const block of open()) indexer.add(block);
  const windows = new Windows(path, indexer.finish(), guessFor(reading));
  for await (const block of open()) yield* windows.add(block);
  yield* windows.finish();
}

/** The same for bytes that were read already. */
export function* mailboxSourcesOfBytes(bytes: Buffer, path: string, reading: Reading): Generator<SourceOrProblem> {
  const indexer = new Indexer();
  indexer.add(bytes);
  const windows = new Windows(path, indexer.finish(), guessFor(reading));
  yield* windows.add(bytes);
  yield* windows.finish();
}

/**
 * The sources of bytes that may be mails, by their name or else by what they begin with.
 * @param otherwise reads what is none
 */
export function* mailSourcesOfBytes(
  bytes: Buffer,
  path: string,
  reading: Reading,
  otherwise: (bytes: Buffer) => Iterable<SourceOrProblem>,
): Generator<SourceOrProblem> {
  const found = mailsByContent(bytes.subarray(0, MAIL_HEAD));
  const holds = found ?? (/\.eml$/i.test(path) ? 'mail' : /\.(?:mbox|mbx)$/i.test(path) ? 'mbox' : undefined);
  if (holds === 'mbox') yield* mailboxSourcesOfBytes(bytes, path, reading);
  else if (holds === 'mail') yield mailFileSource(bytes, path, reading);
  else yield* otherwise(bytes);
}

const MEGABYTE = 1_000_000;
const LARGEST_MAIL = 100 * MEGABYTE;
const TOO_LARGE = `a mail is larger than ${LARGEST_MAIL / MEGABYTE} MB; it is not read`;
/** Mails that are in memory together; of threads that go on beyond, the edge is unknown. */
export const WINDOW = 16 * MEGABYTE;
/** Ids stand near the top of a mail. */
const INDEXED_HEAD = 64_000;

function guessFor({ encoding }: Reading): (bytes: string) => string | undefined {
  return (bytes) => encoding ?? encodingOf(Buffer.from(bytes, 'latin1'));
}

class Indexer {
  readonly #splitter = new MailSplitter(INDEXED_HEAD);
  readonly #index = new ThreadIndex();

  add(block: Buffer): void {
    for (const mail of this.#splitter.add(block.toString('latin1'))) this.#note(mail);
  }

  finish(): ThreadIndex {
    for (const mail of this.#splitter.finish()) this.#note(mail);
    return this.#index;
  }

  #note({ text, isMail }: CutMail): void {
    if (isMail) this.#index.add(mailIdsIn(text, headIn(text, 0, text.length).fields));
  }
}

class Windows {
  readonly #path: string;
  readonly #index: ThreadIndex;
  readonly #guess: (bytes: string) => string | undefined;
  readonly #splitter = new MailSplitter(LARGEST_MAIL);
  #pieces: string[] = [];
  #length = 0;
  #base = { offset: 0, line: 1 };
  /** Mails before the window. */
  #first = 0;
  #count = 0;

  constructor(path: string, index: ThreadIndex, guess: (bytes: string) => string | undefined) {
    this.#path = path;
    this.#index = index;
    this.#guess = guess;
  }

  *add(block: Buffer): Generator<SourceOrProblem> {
    for (const mail of this.#splitter.add(block.toString('latin1'))) yield* this.#take(mail);
  }

  *finish(): Generator<SourceOrProblem> {
    for (const mail of this.#splitter.finish()) yield* this.#take(mail);
    // An empty file is a source too.
    if (this.#length > 0 || this.#base.offset === 0) yield this.#end();
  }

  *#take(mail: CutMail): Generator<SourceOrProblem> {
    if (this.#length > 0 && (!mail.isWhole || this.#length + mail.length > WINDOW)) yield this.#end();
    this.#pieces.push(mail.text);
    this.#length += mail.length;
    if (mail.isMail) this.#count++;
    if (mail.isWhole) return;
    const skipped = this.#end();
    yield unreadable(this.#path, TOO_LARGE, { path: this.#path, text: '', base: skipped.base });
  }

  #end(): Source {
    const text = this.#pieces.length === 1 ? (this.#pieces[0] as string) : this.#pieces.join('');
    const base = this.#base;
    const [first, behind] = [this.#first, this.#first + this.#count];
    const index = this.#index;
    const source: Source = {
      path: this.#path,
      text,
      base,
      mails: {
        ...mailSource('mbox', this.#guess),
        threadOf(mail): ThreadPlace {
          const thread = index.threadOf(first + mail);
          const ends = index.endsOf(thread);
          return { thread, beginsBefore: ends.first < first, goesOn: ends.last >= behind };
        },
      },
    };
    this.#base = { offset: base.offset + this.#length, line: base.line + breaksIn(text) };
    this.#pieces = [];
    this.#length = 0;
    this.#first = behind;
    this.#count = 0;
    return source;
  }
}
