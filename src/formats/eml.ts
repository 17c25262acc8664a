import type { MailFormat } from './format.ts';
import { CERTAIN } from './format.ts';
import { readMails } from './mail-conversations.ts';

export const eml: MailFormat = {
  name: 'eml',
  about: 'One mail as it was sent (RFC 5322 and MIME), or one that holds the mails of a conversation.',
  kind: 'conversation',
  syntax: 'mail',
  tells: {
    files: '`.eml`',
    roles: '`agents` (names, addresses, domains), guess: who answers',
    times: '`Date`',
    refuses: 'what HTML repeats, headers with addresses, characters that the encoding of the part lacks',
  },
  likeness: ({ holds }) => (holds === 'mail' ? CERTAIN : 0),
  read: readMails,
};
