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
    knownBy: 'the name, or headers of mail servers',
    roles: '`agents` (names, addresses, domains), guess: who answers',
    times: '`Date`',
    positions: 'exact; in base64 and encoded headers the coded piece',
    refuses: 'what HTML repeats, headers with addresses, characters that the encoding of the part lacks',
  },
  likeness: ({ holds }) => (holds === 'mail' ? CERTAIN : 0),
  read: readMails,
};
