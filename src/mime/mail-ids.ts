import { decodeBase64 } from './base64.ts';
import type { HeaderField } from './header-fields.ts';
import { headerValue } from './header-fields.ts';

/** What the headers of a mail say of the thread that it is in. */
export interface MailIds {
  /** Its Message-ID, without the brackets. */
  readonly id: string | undefined;
  /** The mails that it answers, the nearest last. */
  readonly answered: readonly string[];
  /** Names that some programs give to a whole thread. */
  readonly threads: readonly string[];
}

/** A hostile mail may name thousands. */
const MOST_ANSWERED = 50;

export function mailIdsIn(bytes: string, fields: readonly HeaderField[]): MailIds {
  const value = (name: string) => headerValue(bytes, fields, name);
  const id = value('message-id');
  const gmail = value('x-gm-thrid');
  const outlook = decodeBase64(value('thread-index').slice(0, 60)).slice(0, THREAD_BYTES);
  return {
    id: idsIn(id)[0] ?? (id === '' ? undefined : id),
    answered: [...new Set([...idsIn(value('references')), ...idsIn(value('in-reply-to'))])].slice(-MOST_ANSWERED),
    threads: [
      ...(gmail === '' ? [] : [`x-gm-thrid ${gmail}`]),
      ...(outlook.length < THREAD_BYTES ? [] : [`thread-index ${outlook}`]),
    ],
  };
}

/** What answers append to the index of a thread comes behind. */
const THREAD_BYTES = 22;

function idsIn(value: string): readonly string[] {
  return [...value.matchAll(/<([^<>\s]{1,500})>/g)].map((match) => match[1] as string);
}
