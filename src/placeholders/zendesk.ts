import type { Vendor } from './vendor.ts';
import { under } from './vendor.ts';

const PERSON =
  'name first_name last_name email phone external_id language locale details notes signature role tags time_zone id organization.name organization.details organization.notes custom_fields.**';

export const zendesk: Vendor = {
  name: 'zendesk',
  grammar: '{{',
  known: [
    ...under('ticket.requester', PERSON),
    ...under('ticket.assignee', PERSON),
    ...under('ticket.submitter', PERSON),
    ...under('current_user', PERSON),
    ...under('agent', 'name first_name last_name email signature'),
    ...under(
      'ticket',
      'id external_id encoded_id title description url link via status priority ticket_type ticket_form score account account_name tags ccs cc_names follower_names email_cc_names in_business_hours due_date due_date_with_timestamp due_date_with_time created_at created_at_with_time created_at_with_timestamp updated_at updated_at_with_time updated_at_with_timestamp solved_at brand.name brand.url group.name organization.name organization.external_id organization.details organization.notes organization.custom_fields.** comments comments_formatted public_comments public_comments_formatted latest_comment latest_comment_formatted latest_comment_html latest_comment_rich latest_public_comment latest_public_comment_formatted latest_public_comment_html latest_public_comment_rich latest_comment.author.name latest_comment.author.first_name comment comment.author.name verbatim_description custom_status.name subject type channel',
    ),
    ...under(
      'satisfaction',
      'rating_section rating_url positive_rating_url negative_rating_url current_rating current_comment',
    ),
    'ticket.ticket_field_*',
    'ticket.ticket_field_option_title_*',
    'dc.**',
  ],
};
