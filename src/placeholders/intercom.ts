import type { Vendor } from './vendor.ts';
import { under } from './vendor.ts';

export const intercom: Vendor = {
  name: 'intercom',
  grammar: '{{',
  known: [
    'first_name',
    'last_name',
    'name',
    'email',
    'phone',
    'user_id',
    'city',
    'country',
    'company_name',
    ...under('user', 'name first_name last_name email phone user_id id'),
    ...under('author', 'name first_name last_name email'),
    ...under('teammate', 'name first_name last_name email job_title'),
    ...under('company', 'name id plan size website industry'),
    ...under('app', 'name'),
    ...under('conversation', 'id url title subject'),
    ...under('ticket', 'id title'),
  ],
};
