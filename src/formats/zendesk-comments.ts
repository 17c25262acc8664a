import { describedConversation } from './described-conversation.ts';

export const zendeskComments = describedConversation({
  name: 'zendesk-comments',
  about:
    'Comments of a Zendesk ticket (`/tickets/ID/comments.json?include=users`), or tickets that hold theirs. Private comments and notes of calls are left out.',
  tells: { roles: '`users`, `agents`, guess: who writes first is the customer', times: '`created_at`' },
  conversations: ['', 'tickets.*', 'results.*', '*'],
  messages: ['comments', ''],
  marks: { author_id: true, public: true, body: true },
  message: {
    text: [{ field: 'html_body', isHtml: true }, { field: 'plain_body' }, { field: 'body' }],
    role: [{ field: 'author.role', roles: { agent: 'agent', admin: 'agent', 'end-user': 'customer' } }],
    speaker: ['author.name'],
    at: ['created_at'],
    leaveOut: [{ public: [false] }, { type: ['VoiceComment', 'TpeVoiceComment'] }],
  },
  people: {
    list: 'users',
    id: ['id'],
    role: [{ field: 'role', roles: { agent: 'agent', admin: 'agent', 'end-user': 'customer' } }],
    name: ['name'],
    of: ['author_id'],
  },
  isCustomerFirst: true,
  id: ['ticket_id', 'id'],
  subject: ['subject'],
  channelAt: ['via.channel'],
  channels: {
    email: 'email',
    web: 'email',
    chat: 'chat',
    native_messaging: 'chat',
    whatsapp: 'chat',
    sms: 'sms',
    voice: 'phone',
    facebook: 'social',
    twitter: 'social',
    instagram_dm: 'social',
  },
});
