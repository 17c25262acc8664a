import type { Document } from './document.ts';
import type { Mail } from './mail.ts';
import type { Text } from './text.ts';

/** Every text of a document that rules may find fault with, each once, in the order of the document. */
export function textsOf(document: Document): readonly Text[] {
  switch (document.kind) {
    case 'draft':
      return distinct([...headersIn(document.mail), document.text]);
    case 'library':
      return distinct(document.entries.flatMap(({ title, mail, body }) => [title, ...headersIn(mail), body]));
    case 'conversation': {
      const { subject, messages } = document.conversation;
      return distinct([subject, ...messages.flatMap(({ mail, text }) => [...headersIn(mail), text])]);
    }
  }
}

/** The headers that people read. */
function headersIn(mail: Mail | undefined): readonly (Text | undefined)[] {
  if (mail === undefined) return [];
  const { subject, from, to, cc, 'reply-to': replyTo } = mail.headers;
  return [subject, from, replyTo, to, cc];
}

/** The first mail of a conversation has its subject, and an entry may be titled by it. */
function distinct(texts: readonly (Text | undefined)[]): readonly Text[] {
  return [...new Set(texts.filter((text) => text !== undefined))];
}
