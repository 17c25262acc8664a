import type { Vendor } from './vendor.ts';
import { under } from './vendor.ts';

const NAME =
  'name name.first name.last name.full name.short name.formal name.shortformal name.lastfirst name.original email';

export const osticket: Vendor = {
  name: 'osticket',
  grammar: '%{',
  known: [
    ...under('ticket', NAME),
    ...under('ticket.user', `${NAME} phone`),
    ...under('ticket.staff', `${NAME} mobile phone signature dept.name`),
    ...under('ticket.dept', 'name manager manager.name manager.name.first signature'),
    ...under('ticket.team', 'name lead lead.name'),
    ...under('ticket.topic', 'name'),
    ...under('ticket.organization', 'name'),
    ...under(
      'ticket',
      'id number subject phone phone_number status status.name priority assigned source create_date due_date est_due_date close_date last_update auth_token client_link staff_link topic dept team staff user ip_address thread sla.name system',
    ),
    ...under('recipient', `${NAME} ticket_link`),
    ...under('assignee', NAME),
    ...under('assigner', NAME),
    ...under('staff', `${NAME} signature`),
    ...under('poster', NAME),
    ...under('company', 'name phone address website'),
    'signature',
    'response',
    'message',
    'comments',
    'note',
    'poster',
    'url',
    'link',
    'recipient',
    'assignee',
    'assigner',
  ],
};
