import { mailboxIn } from '../core/mail.ts';
import type { Detector } from './detector.ts';

export const displayName: Detector = {
  name: 'display-name',
  about: 'The name beside the address of a sender: Greenleaf Care <care@example.com>; a number or an address is none',
  find({ words }) {
    const { name, address } = mailboxIn(words);
    if (name === undefined || address === undefined) return [];
    const written = words.slice(name.start, name.end);
    return /\p{L}{2}/u.test(written) && !/no.?reply|do.?not.?reply|@/i.test(written) ? [name] : [];
  },
};
