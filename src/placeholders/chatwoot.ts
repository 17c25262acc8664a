import type { Vendor } from './vendor.ts';
import { under } from './vendor.ts';

export const chatwoot: Vendor = {
  name: 'chatwoot',
  grammar: '{{',
  known: [
    ...under('contact', 'id name first_name last_name email phone phone_number custom_attribute.*'),
    ...under('conversation', 'id display_id code contact_name recent_messages custom_attribute.*'),
    ...under('agent', 'name first_name last_name email available_name'),
    ...under('inbox', 'id name'),
    ...under('account', 'name'),
  ],
};
