import type { Vendor } from './vendor.ts';
import { under } from './vendor.ts';

export const helpScout: Vendor = {
  name: 'help-scout',
  grammar: '{%',
  known: [
    ...under('customer', 'fullName firstName lastName email phone company jobTitle'),
    ...under('conversation', 'number id subject'),
    ...under('mailbox', 'name email'),
    ...under('user', 'fullName firstName lastName email phone jobTitle'),
  ],
};
