import type { Vendor } from './vendor.ts';
import { under } from './vendor.ts';

export const gorgias: Vendor = {
  name: 'gorgias',
  grammar: '{{',
  known: [
    ...under(
      'ticket.customer',
      'firstname lastname name email phone_number language timezone note integrations.** data.**',
    ),
    ...under('ticket.assignee_user', 'firstname lastname name email'),
    ...under('ticket.first_message', 'body_text sender.name sender.email'),
    ...under('ticket.account', 'domain name'),
    ...under('ticket', 'id subject uri channel via language status created_datetime external_id'),
    ...under('current_user', 'firstname lastname name email bio'),
    ...under('message', 'body_text sender.name sender.email'),
  ],
};
