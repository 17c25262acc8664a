import type { Vendor } from './vendor.ts';
import { under } from './vendor.ts';

const PERSON =
  'login firstname lastname fullname email phone mobile fax web department street zip city country address organization.name';

export const zammad: Vendor = {
  name: 'zammad',
  grammar: '#{',
  known: [
    ...under('ticket.customer', PERSON),
    ...under('ticket.owner', PERSON),
    ...under('ticket.created_by', PERSON),
    ...under('ticket.updated_by', PERSON),
    ...under('user', PERSON),
    ...under('current_user', PERSON),
    ...under(
      'ticket',
      'id number title state state.name priority priority.name group.name group.email_address.email organization.name note tags created_at updated_at close_at pending_time escalation_at first_response_at last_contact_at time_unit',
    ),
    ...under('article', 'subject body body_as_html from to cc created_at created_by.firstname created_by.lastname'),
    ...under('config', 'fqdn http_type product_name organization ticket_hook timezone_default'),
  ],
};
