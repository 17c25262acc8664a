import type { MailFormat } from './format.ts';
import { CERTAIN } from './format.ts';
import { readMails } from './mail-conversations.ts';

export const mbox: MailFormat = {
  name: 'mbox',
  about: 'A mailbox file: mails one after the other, put together to conversations by the ids in their headers.',
  kind: 'conversation',
  syntax: 'mail',
  tells: {
    files: '`.mbox`',
    roles:
      '`agents` (names, addresses, domains), guess: who answers in several threads, who writes first is the customer',
    times: '`Date`',
    refuses: 'what HTML repeats, headers with addresses, characters that the encoding of the part lacks',
  },
  likeness: ({ holds }) => (holds === 'mbox' ? CERTAIN : 0),
  read: readMails,
};
