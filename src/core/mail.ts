import type { Range } from './span.ts';
import type { Text } from './text.ts';

/** Headers of a mail that rules may look at, by the names that RFC 5322 and 2369 give them. */
export const HEADERS = [
  'subject',
  'from',
  'reply-to',
  'to',
  'cc',
  'date',
  'in-reply-to',
  'list-unsubscribe',
  'precedence',
] as const;
export type HeaderName = (typeof HEADERS)[number];

/**
 * What is known of a mail beside its words. A header that is absent is one that the source does not tell; a subject
 * that is known to be missing is an empty text at the place where it should stand.
 */
export interface Mail {
  readonly headers: Readonly<Partial<Record<HeaderName, Text>>>;
  /** One mail to many people: a newsletter, a notice to all customers. */
  readonly isBulk: boolean;
  /** The body as HTML, where it is written so. */
  readonly html?: Text | undefined;
}

/** The mail that headers make, or undefined where nothing is known of it. @param isBulk what fields and configuration say */
export function mailOf(headers: Mail['headers'], isBulk: boolean | undefined, html?: Text): Mail | undefined {
  if (Object.keys(headers).length === 0 && isBulk === undefined && html === undefined) return undefined;
  const { precedence } = headers;
  return {
    headers,
    isBulk:
      isBulk ??
      (/^(?:bulk|list|junk)$/i.test(precedence?.words.trim() ?? '') ||
        (headers['list-unsubscribe']?.words.trim() ?? '') !== ''),
    html,
  };
}

/** Somebody in a header: `Ann Lee <ann@example.com>`. Ranges count in the words of the header. */
export interface Mailbox {
  /** Without its quotes; absent where only an address is given. */
  readonly name: Range | undefined;
  readonly address: Range | undefined;
}

/** The first mailbox of a header. */
export function mailboxIn(words: string): Mailbox {
  const match = /[^\s<>"'(),;:]{1,64}@[^\s<>"'(),;:]{1,255}/.exec(words);
  if (match === null) return { name: trimmed(words, 0, words.length), address: undefined };
  const address = { start: match.index, end: match.index + match[0].length };
  return { name: trimmed(words, 0, match.index), address };
}

/** Without the quotes, brackets and blanks around a name. */
function trimmed(words: string, from: number, to: number): Range | undefined {
  let start = from;
  let end = to;
  while (start < end && AROUND_NAME.test(words[start] as string)) start++;
  while (end > start && AROUND_NAME.test(words[end - 1] as string)) end--;
  return start < end ? { start, end } : undefined;
}

const AROUND_NAME = /[\s"'“”«»<(]/;
