import type { MailKind, MailPart, ReadMail, ReadMessage } from '../checks/check.ts';
import type { Message } from '../core/conversation.ts';
import type { HeaderName } from '../core/mail.ts';
import type { Range } from '../core/span.ts';
import type { Text } from '../core/text.ts';
import { slice } from '../core/text.ts';
import { isHtml, withoutTags } from '../mail/html.ts';
import type { MailLine } from '../mail/lines.ts';
import { linesOfMail } from '../mail/lines.ts';
import type { QuotedPart } from '../mail/quotes.ts';
import { quotedParts } from '../mail/quotes.ts';
import { salutationIn } from '../mail/salutation.ts';
import type { Signature } from '../mail/signature.ts';
import { signatureIn } from '../mail/signature.ts';
import type { Subject } from '../mail/subject.ts';
import { readSubject } from '../mail/subject.ts';
import type { Reading } from '../matching/matcher.ts';
import type { Phrasebook } from '../matching/phrasebook.ts';

/** The sets of the lexicon that tell the parts of a mail. */
export interface MailConcepts {
  readonly greeting: number;
  readonly valediction: number;
  readonly closing: number;
}

/** A rule book of a user may lack a concept; then the parts that it tells are not found. */
export function mailConcepts({ sets }: Phrasebook): MailConcepts {
  const numberOf = (concept: string) => sets.findIndex(({ name }) => name === `@${concept}`);
  return { greeting: numberOf('greeting'), valediction: numberOf('valediction'), closing: numberOf('closing') };
}

/** Makes a message of part of another one. */
export type PartReader = (message: Message, words: string) => ReadMessage;

/** Takes the mail apart; what needs the lexicon only when it is asked for. */
export class MailParts implements ReadMail {
  /** What the writer of the mail wrote: of the same length as the mail, quoted lines and tags blank. */
  readonly written: string;
  readonly #message: Message;
  /** Tags are blank. */
  readonly #words: string;
  readonly #isHtml: boolean;
  readonly #isBulk: boolean;
  readonly #quoted: readonly QuotedPart[];
  readonly #subject: Subject | undefined;
  readonly #read: PartReader;
  readonly #concepts: MailConcepts;
  readonly #parts = new Map<MailPart, ReadMessage | undefined>();
  #kinds: ReadonlySet<MailKind> | undefined;
  #signature: { readonly found: Signature | undefined } | undefined;
  #lines: readonly MailLine[] | undefined;
  #reading: Reading | undefined;

  /** @param isBulk the mail goes to many people at once */
  constructor(message: Message, concepts: MailConcepts, isBulk: boolean, read: PartReader) {
    this.#message = message;
    this.#concepts = concepts;
    this.#isBulk = isBulk;
    this.#read = read;
    const { words } = message.text;
    this.#isHtml = isHtml(words);
    this.#words = this.#isHtml ? withoutTags(words) : words;
    const subject = message.mail?.headers.subject;
    this.#subject = subject === undefined ? undefined : readSubject(subject.words);
    this.#quoted = quotedParts(linesOfMail(this.#words), this.#subject?.isForward ?? false);
    this.written = withoutRanges(this.#words, this.#quoted);
  }

  get kinds(): ReadonlySet<MailKind> {
    this.#kinds ??= this.#findKinds();
    return this.#kinds;
  }

  part(part: MailPart): ReadMessage | undefined {
    if (!this.#parts.has(part)) this.#parts.set(part, this.#makePart(part));
    return this.#parts.get(part);
  }

  #makePart(part: MailPart): ReadMessage | undefined {
    switch (part) {
      case 'own text': {
        const signature = this.#findSignature();
        const words =
          signature === undefined
            ? this.written
            : withoutRanges(this.written, [{ start: signature.from, end: signature.end }]);
        return this.#read(this.#message, words);
      }
      case 'salutation':
        return this.#ofBody(salutationIn(this.#writtenLines(), this.#hits(this.#concepts.greeting)));
      case 'signature':
        return this.#ofBody(this.#findSignature());
      case 'quoted part':
        return this.#ofBody(...this.#quoted.filter(({ kind }) => kind === 'quote'));
      case 'forwarded part':
        return this.#ofBody(...this.#quoted.filter(({ kind }) => kind === 'forward'));
      case 'html': {
        const html = this.#message.mail?.html ?? (this.#isHtml ? this.#message.text : undefined);
        return html === undefined ? undefined : this.#read({ ...this.#message, text: html }, html.words);
      }
      case 'subject': {
        const subject = this.#message.mail?.headers.subject;
        return subject === undefined ? undefined : this.#ofHeader(slice(subject, (this.#subject as Subject).bare));
      }
      case 'reply address':
        return this.part('header reply-to') ?? this.part('header from');
      default:
        return this.#ofHeader(this.#message.mail?.headers[part.slice('header '.length) as HeaderName]);
    }
  }

  #ofHeader(text: Text | undefined): ReadMessage | undefined {
    return text === undefined ? undefined : this.#read({ ...this.#message, text }, text.words);
  }

  #ofBody(...ranges: readonly (Range | undefined)[]): ReadMessage | undefined {
    const known = ranges.filter((range) => range !== undefined);
    return known.length === 0 ? undefined : this.#read(this.#message, onlyRanges(this.#words, known));
  }

  #findSignature(): Signature | undefined {
    this.#signature ??= {
      found: signatureIn(this.#writtenLines(), {
        valedictions: this.#hits(this.#concepts.valediction),
        closings: this.#hits(this.#concepts.closing),
      }),
    };
    return this.#signature.found;
  }

  #hits(set: number): readonly Range[] {
    if (set < 0) return [];
    this.#reading ??= this.#read(this.#message, this.written).reading;
    return this.#reading.hits(set);
  }

  #writtenLines(): readonly MailLine[] {
    this.#lines ??= linesOfMail(this.written);
    return this.#lines;
  }

  #findKinds(): ReadonlySet<MailKind> {
    const { mail } = this.#message;
    const kinds = new Set<MailKind>([this.#isBulk ? 'bulk' : 'service']);
    kinds.add(this.part('html') === undefined ? 'plain' : 'html');
    const isForward = this.#subject?.isForward === true || this.#quoted.some(({ kind }) => kind === 'forward');
    if (isForward) kinds.add('forward');
    else if (this.#subject?.isReply === true || (mail?.headers['in-reply-to']?.words.trim() ?? '') !== '')
      kinds.add('reply');
    return kinds;
  }
}

/** The words with blanks in place of the ranges; line breaks stay. Ranges are in order. */
function withoutRanges(words: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return words;
  let result = '';
  let done = 0;
  for (const { start, end } of ranges) {
    result += words.slice(done, start) + blank(words.slice(start, end));
    done = end;
  }
  return result + words.slice(done);
}

function onlyRanges(words: string, ranges: readonly Range[]): string {
  let result = '';
  let done = 0;
  for (const { start, end } of ranges) {
    result += blank(words.slice(done, start)) + words.slice(start, end);
    done = end;
  }
  return result + blank(words.slice(done));
}

function blank(words: string): string {
  return words.replace(/[^\n]/g, ' ');
}
