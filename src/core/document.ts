import type { Channel, Conversation } from './conversation.ts';
import type { Mail } from './mail.ts';
import type { Text } from './text.ts';
import type { Time } from './time.ts';

export const DOCUMENT_KINDS = ['conversation', 'draft', 'library'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What a source holds, in one of three kinds. */
export type Document = ConversationDocument | DraftDocument | LibraryDocument;

export interface ConversationDocument {
  readonly kind: 'conversation';
  readonly conversation: Conversation;
  /** What had to be guessed to read the source, in English, for `replylint parse`. */
  readonly guesses: readonly string[];
}

/** One reply that has not been sent. */
export interface DraftDocument {
  readonly kind: 'draft';
  readonly text: Text;
  /** What the draft itself shows: one with headers is a mail. */
  readonly channel?: Channel | undefined;
  readonly at?: Time | undefined;
  readonly mail?: Mail | undefined;
  readonly guesses: readonly string[];
}

/** Replies kept for use in many conversations; placeholders are legal there. */
export interface LibraryDocument {
  readonly kind: 'library';
  readonly entries: readonly Entry[];
  readonly guesses: readonly string[];
}

export interface Entry {
  /** What the library calls the entry: an id, a key or its title. */
  readonly id?: string | undefined;
  readonly title?: Text | undefined;
  readonly body: Text;
  readonly language?: string | undefined;
  /** What the entry itself shows: one with a subject is a mail. */
  readonly channel?: Channel | undefined;
  readonly mail?: Mail | undefined;
}
