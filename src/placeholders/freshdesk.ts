import type { Vendor } from './vendor.ts';
import { under } from './vendor.ts';

export const freshdesk: Vendor = {
  name: 'freshdesk',
  grammar: '{{',
  known: [
    ...under(
      'ticket.requester',
      'name firstname lastname email phone mobile address company_name language job_title unique_external_id',
    ),
    ...under('ticket.from_contact', 'name firstname lastname email phone'),
    ...under('ticket.agent', 'name firstname lastname email phone'),
    ...under('ticket.company', 'name note description domains health_score account_tier industry'),
    ...under('ticket.group', 'name'),
    ...under('agent', 'name firstname lastname email signature'),
    ...under(
      'ticket',
      'id subject description description_text url public_url portal_url portal_name full_domain_url status priority source ticket_type type tags product product_description due_by_time fr_due_by_time due_by created_on closed_on latest_public_comment latest_private_comment public_comments satisfaction_survey surveymonkey_survey cc_email',
    ),
    ...under('comment', 'body body_text commenter.name commenter.firstname'),
    'helpdesk_name',
  ],
};
