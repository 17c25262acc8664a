import type { Edit, Refusal } from '../core/edit.ts';
import { applyEdits, isRefusal, refusal } from '../core/edit.ts';
import { withLineFeeds } from '../core/line-breaks.ts';
import type { HeaderName, Mail } from '../core/mail.ts';
import { HEADERS } from '../core/mail.ts';
import type { Text } from '../core/text.ts';
import { guarded, join, slice, verbatim } from '../core/text.ts';
import type { Time } from '../core/time.ts';
import { parseMailDate } from '../mail/date.ts';
import type { HtmlReader } from '../texts/html-reader.ts';
import type { ByteRun } from './byte-run.ts';
import { rawRun, sliceOfRun, withoutFromMarks } from './byte-run.ts';
import { charsetNamed, decodeLoosely, decodeStrictly, decodeWords, isAscii } from './charset.ts';
import type { Entity, MailProblem } from './entities.ts';
import { entityOf } from './entities.ts';
import { flowedText } from './flowed.ts';
import { headerValue, LONGEST_VALUE } from './header-fields.ts';
import type { RawDecoder } from './header-text.ts';
import { headerText } from './header-text.ts';
import type { MailIds } from './mail-ids.ts';
import { mailIdsIn } from './mail-ids.ts';
import { separatorsIn } from './mbox.ts';
import { bytesOf, partText } from './part-text.ts';
import type { PlacedText } from './placed-text.ts';

/** A mail as it was sent, read. */
export interface RawMail {
  /** Where it begins in the file. */
  readonly start: number;
  /** False where there are no headers, and it is none. */
  readonly hasHead: boolean;
  readonly ids: MailIds;
  readonly headers: Mail['headers'];
  readonly text: Text;
  /** The markup of its parts in HTML. */
  readonly html: Text | undefined;
  readonly at: Time | undefined;
  /** One mail to many people, as its headers tell. */
  readonly isBulk: boolean;
  /** A program answered: an out-of-office notice, a confirmation. */
  readonly isAutomatic: boolean;
  /** A mail system says that a mail did not arrive. */
  readonly isBounce: boolean;
  /** It lies in a folder of drafts. */
  readonly isUnsent: boolean;
  /** Mails that it holds as they are. */
  readonly nested: readonly RawMail[];
  /** Of the outermost mail alone; places in the file. */
  readonly problems: readonly MailProblem[];
  /** Texts as they stand in the file, for lines to be shown. */
  readonly placed: readonly PlacedText[];
}

export interface MailReading {
  /** Lines that begin with "From " have a mark before them. */
  readonly isMbox: boolean;
  /** Of bytes that no header names the encoding of: what the user says, else what they look like. */
  guess(bytes: string): string | undefined;
  /** Undefined where words in HTML are not wanted. */
  readonly readHtml: HtmlReader | undefined;
}

/**
 * Reads a mail. Edits of its texts are tried out: the mail is read again with the edit, and must say what is wanted and
 * nothing else, or the edit is refused.
 * @param bytes the mail as it stands in the file
 * @param at where it begins there
 */
export function readMail(bytes: string, at: number, reading: MailReading): RawMail {
  const mail = mailIn(bytes, at, reading);
  const all = everyMail(mail);
  const verified = (text: Text, own: RawMail, key: EditedKey): Text => ({
    words: text.words,
    locate: (range) => text.locate(range),
    edit(range, words): Edit | Refusal {
      const edit = text.edit(range, words);
      if (isRefusal(edit)) return edit;
      const wanted = text.words.slice(0, range.start) + words + text.words.slice(range.end);
      const after = applyEdits(bytes, [edit], at);
      const again = everyMail(mailIn(after, at, reading));
      const index = all.indexOf(own);
      const isSame =
        again.length === all.length &&
        wordsOf(again[index] as RawMail, key) === wanted &&
        sameBut(frameOf(again, { index, key }), frameOf(all, { index, key })) &&
        (!reading.isMbox || separatorsIn(after).length === separatorsIn(bytes).length);
      return isSame ? edit : refusal('the mail would be read otherwise with these words');
    },
  });
  const withVerified = (one: RawMail): RawMail => ({
    ...one,
    headers:
      one.headers.subject === undefined
        ? one.headers
        : { ...one.headers, subject: verified(one.headers.subject, one, 'subject') },
    text: verified(one.text, one, 'text'),
    html: one.html && guarded(one.html, () => 'only the words of a mail are written, not its markup'),
    nested: one.nested.map(withVerified),
  });
  return withVerified(mail);
}

type EditedKey = 'subject' | 'text';

function everyMail(mail: RawMail): readonly RawMail[] {
  return [mail, ...mail.nested.flatMap(everyMail)];
}

function wordsOf(mail: RawMail, key: EditedKey): string | undefined {
  return (key === 'subject' ? mail.headers.subject : mail[key])?.words;
}

/** All that is read of the mails but the text that is edited, and the other spelling of it. */
function frameOf(mails: readonly RawMail[], edited: { index: number; key: EditedKey }): readonly string[] {
  return mails.flatMap((mail, index) => {
    const isOwn = index === edited.index;
    const isBody = isOwn && edited.key !== 'subject';
    return [
      ...Object.entries(mail.headers).map(([name, text]) =>
        isOwn && edited.key === 'subject' && name === 'subject' ? name : `${name}: ${text.words}`,
      ),
      JSON.stringify([
        mail.ids,
        mail.isBulk,
        mail.isAutomatic,
        mail.isBounce,
        mail.isUnsent,
        mail.hasHead,
        mail.problems.length,
      ]),
      isBody ? '' : mail.text.words,
      isBody ? '' : (mail.html?.words ?? '-'),
    ];
  });
}

function sameBut(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((words, index) => words === other[index]);
}

function mailIn(bytes: string, at: number, reading: MailReading): RawMail {
  const problems: MailProblem[] = [];
  const raw = rawRun(bytes, at);
  const run = reading.isMbox ? withoutFromMarks(raw) : raw;
  const entity = entityOf(run.bytes, problems);
  const mail = new MailReader(run, reading, problems).mailOf(entity);
  return { ...mail, problems: problems.map(({ reason, at: place }) => ({ reason, at: run.startOf(place) })) };
}

/** A part of the body, once as words and once as HTML, as far as the mail has them. */
interface Piece {
  readonly plain: readonly Entity[];
  readonly html: readonly Entity[];
}

interface PartWords {
  readonly text: Text;
  readonly placed: PlacedText;
}

/** More than this nobody wrote: it is a file. */
const LARGEST_TEXT = 4_000_000;

class MailReader {
  readonly #run: ByteRun;
  readonly #reading: MailReading;
  readonly #problems: MailProblem[];

  constructor(run: ByteRun, reading: MailReading, problems: MailProblem[]) {
    this.#run = run;
    this.#reading = reading;
    this.#problems = problems;
  }

  mailOf(entity: Entity): RawMail {
    const { bytes } = this.#run;
    const ids = mailIdsIn(bytes, entity.fields);
    const value = (name: string) => headerValue(bytes, entity.fields, name);
    const nested: Entity[] = [];
    const pieces = piecesOf(entity, nested);
    const placed: PlacedText[] = [];
    const wordsOfPart = (part: Entity): Text[] => {
      const words = this.#partOf(part);
      if (words === undefined) return [];
      placed.push(words.placed);
      return [words.text];
    };
    const read = pieces.map(({ plain, html }) => ({
      plain: plain.flatMap(wordsOfPart),
      html: html.flatMap(wordsOfPart),
    }));
    const { text, isTwofold } = this.#bodyOf(read, entity);
    const markup = read.flatMap(({ html }) => html);
    const headers = this.#headersOf(entity, placed);
    const automatic = value('auto-submitted').toLowerCase();
    const precedence = value('precedence').toLowerCase();
    return {
      start: this.#run.startOf(entity.start),
      hasHead: entity.fields.length > 0,
      ids,
      headers,
      text: isTwofold ? guarded(text, () => 'the mail says the same in HTML, which would stay as it is') : text,
      html: markup.length === 0 ? undefined : join(markup, '\n'),
      at: headers.date === undefined ? undefined : parseMailDate(headers.date.words),
      isBulk: /^(?:bulk|list|junk)$/.test(precedence) || value('list-id') !== '' || value('list-unsubscribe') !== '',
      isAutomatic:
        (automatic !== '' && !/^no\b/.test(automatic)) || precedence === 'auto_reply' || value('x-autoreply') !== '',
      isBounce:
        entity.type === 'multipart/report' ||
        /^<>$/.test(value('return-path')) ||
        /\b(?:mailer-daemon|postmaster)@/i.test(value('from')),
      isUnsent: value('x-unsent') === '1',
      nested: nested.map((one) => this.mailOf(one)),
      problems: [],
      placed,
    };
  }

  /** The words of the body, from plain parts where they say something, else from HTML. */
  #bodyOf(
    read: readonly { readonly plain: readonly Text[]; readonly html: readonly Text[] }[],
    entity: Entity,
  ): { readonly text: Text; readonly isTwofold: boolean } {
    const { readHtml } = this.#reading;
    let isTwofold = false;
    const texts = read.flatMap(({ plain, html }) => {
      const isSaid = plain.some(({ words }) => words.trim() !== '');
      if (html.length === 0 || isSaid || readHtml === undefined) {
        isTwofold ||= isSaid && html.length > 0;
        return plain;
      }
      return html.map((markup) => readHtml(markup));
    });
    const said = texts.filter(({ words }) => words.trim() !== '');
    if (said.length === 0) return { text: texts[0] ?? verbatim('', this.#run.startOf(entity.bodyStart)), isTwofold };
    return { text: join(said.map(withoutLastBreaks), '\n'), isTwofold };
  }

  #partOf(part: Entity): PartWords | undefined {
    const { bodyStart, bodyEnd, transfer, parameters } = part;
    if (bodyEnd - bodyStart > LARGEST_TEXT) {
      this.#problem(`a part of the mail is longer than ${LARGEST_TEXT / 1_000_000} MB; it is not read`, bodyStart);
      return undefined;
    }
    if (transfer === undefined) {
      this.#problem('nobody knows how a part of the mail is coded: its Content-Transfer-Encoding', part.start);
      return undefined;
    }
    const run = sliceOfRun(this.#run, bodyStart, bodyEnd);
    const body = { run, transfer, lineBreak: this.#lineBreak() };
    const bytes = bytesOf(body);
    const { words, charset } = this.#decode(bytes, part);
    const placed = partText(body, bytes, words, charset);
    const text = withLineFeeds(placed);
    const isFlowed = part.type === 'text/plain' && parameters.get('format')?.toLowerCase() === 'flowed';
    return { placed, text: isFlowed ? flowedText(text, parameters.get('delsp')?.toLowerCase() === 'yes') : text };
  }

  #decode(bytes: string, part: Entity): { readonly words: string; readonly charset: string } {
    const label = part.parameters.get('charset') ?? (part.type === 'text/html' ? metaCharset(bytes) : '');
    const named = charsetNamed(label);
    if (named === undefined && isAscii(bytes)) return { words: bytes, charset: 'us-ascii' };
    const candidates = [named, 'utf-8', named === undefined ? this.#reading.guess(bytes) : undefined];
    for (const charset of candidates) {
      const words = charset === undefined ? undefined : decodeWords(bytes, charset);
      if (words !== undefined) return { words, charset: charset as string };
    }
    const charset = named ?? 'windows-1252';
    this.#problem(
      named === undefined
        ? 'a part of the mail does not say in which encoding it is; name it with --encoding'
        : `a part of the mail is no ${label} text, as it says it is`,
      part.bodyStart,
    );
    return { words: decodeLoosely(bytes, charset), charset };
  }

  #headersOf(entity: Entity, placed: PlacedText[]): Mail['headers'] {
    const headers: Partial<Record<HeaderName, Text>> = {};
    const raw: RawDecoder = (value) => this.#decodeHeader(value, entity);
    for (const name of HEADERS) {
      const field = entity.fields.find((one) => one.name === name);
      if (field === undefined) continue;
      if (field.valueEnd - field.valueStart > LONGEST_VALUE)
        this.#problem(`the header “${name}” is longer than ${LONGEST_VALUE} bytes; it is read in part`, field.start);
      const text = headerText(this.#run, field, raw, this.#lineBreak());
      placed.push(text);
      headers[name] = guardedHeader(name, text);
    }
    // All headers of a mail are there: one that is missing is known to be.
    for (const name of KNOWN_TO_BE_MISSING)
      headers[name] ??= guarded(verbatim('', this.#run.startOf(entity.start)), () => 'the mail has no such header');
    return headers;
  }

  /** Headers without encoded words are mostly UTF-8 today, and were in the encoding of the body before. */
  #decodeHeader(bytes: string, entity: Entity): ReturnType<RawDecoder> {
    const ofBody = firstText(entity)?.parameters.get('charset');
    for (const charset of ['utf-8', charsetNamed(ofBody ?? ''), this.#reading.guess(bytes)]) {
      const words = charset === undefined ? undefined : decodeStrictly(bytes, charset);
      if (charset !== undefined && words !== undefined) return { words: decodeWords(bytes, charset) ?? words, charset };
    }
    return { words: decodeLoosely(bytes, 'windows-1252'), charset: 'windows-1252' };
  }

  #lineBreak(): string {
    const feed = this.#run.bytes.indexOf('\n');
    return feed > 0 && this.#run.bytes[feed - 1] === '\r' ? '\r\n' : '\n';
  }

  #problem(reason: string, at: number): void {
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ reason, at });
  }
}

const MOST_PROBLEMS = 5;
const KNOWN_TO_BE_MISSING: readonly HeaderName[] = ['subject', 'in-reply-to', 'list-unsubscribe'];

function guardedHeader(name: HeaderName, text: Text): Text {
  if (name === 'subject') return text;
  return guarded(text, () =>
    ['from', 'reply-to', 'to', 'cc'].includes(name) ? 'it says who writes to whom' : 'programs read this header',
  );
}

/** The line breaks at the end of a body belong to the mail. */
function withoutLastBreaks(text: Text): Text {
  const { words } = text;
  let end = words.length;
  while (end > 0 && words[end - 1] === '\n') end--;
  return end === words.length ? text : slice(text, { start: 0, end });
}

function piecesOf(entity: Entity, nested: Entity[]): readonly Piece[] {
  const { type, parts, isAttachment } = entity;
  if (type === 'message/rfc822' || type === 'message/global') {
    nested.push(...parts);
    return [];
  }
  if (type === 'multipart/alternative') {
    const each = parts.map((part) => piecesOf(part, nested));
    const plain = each.find((pieces) => pieces.some((piece) => piece.plain.length > 0)) ?? [];
    const html = each.findLast((pieces) => pieces.some((piece) => piece.html.length > 0)) ?? [];
    return [{ plain: plain.flatMap((piece) => piece.plain), html: html.flatMap((piece) => piece.html) }];
  }
  if (type.startsWith('multipart/') && parts.length > 0) {
    // What is signed is the first part, the signature the other.
    const read = type === 'multipart/signed' ? parts.slice(0, 1) : parts;
    return read.flatMap((part) => piecesOf(part, nested));
  }
  if (isAttachment) return [];
  if (type === 'text/html') return [{ plain: [], html: [entity] }];
  // A multipart without parts is read as if it were none.
  return type === 'text/plain' || type === 'text/markdown' || type.startsWith('multipart/')
    ? [{ plain: [entity], html: [] }]
    : [];
}

function firstText(entity: Entity): Entity | undefined {
  if (entity.type.startsWith('text/')) return entity;
  for (const part of entity.parts) {
    const found = firstText(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `<meta charset="gb2312">`, or what an old page says in its place. */
function metaCharset(bytes: string): string {
  return /<meta\b[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(bytes.slice(0, 2000))?.[1] ?? '';
}

/** The texts of a mail as they stand in the file, in their order. */
export function placedTextsIn(
  bytes: string,
  at: number,
  reading: Omit<MailReading, 'readHtml'>,
): readonly PlacedText[] {
  return everyMail(mailIn(bytes, at, { ...reading, readHtml: undefined }))
    .flatMap(({ placed }) => placed)
    .filter(({ words }) => words !== '')
    .map((text) => ({ text, start: text.placed().startOf(0) }))
    .sort((a, b) => a.start - b.start)
    .map(({ text }) => text);
}
