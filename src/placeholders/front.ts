import type { Vendor } from './vendor.ts';
import { under } from './vendor.ts';

export const front: Vendor = {
  name: 'front',
  grammar: '{{',
  known: [
    ...under('recipient', 'name first_name last_name email handle phone twitter custom_fields.**'),
    ...under('contact', 'name first_name last_name email'),
    ...under('account', 'name domain custom_fields.**'),
    ...under('user', 'name first_name last_name email signature'),
    ...under('teammate', 'name first_name last_name email'),
    ...under('conversation', 'id subject link'),
    ...under('survey', '**'),
  ],
};
