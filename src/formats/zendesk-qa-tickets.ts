import { describedConversation } from './described-conversation.ts';

export const zendeskQaTickets = describedConversation({
  name: 'zendesk-qa-tickets',
  about:
    'What Zendesk QA imports (`/qa/api/import/tickets`), a neutral shape for tickets of any help desk. Comments that are not public are left out.',
  tells: { roles: '`authorIsNotClient`', times: '`created`' },
  conversations: ['data.*', '*', ''],
  messages: ['comments'],
  marks: { authorIsNotClient: true, comment: true },
  message: {
    text: [{ field: 'comment', isHtml: true }],
    role: [{ field: 'authorIsNotClient', roles: { true: 'agent', false: 'customer' } }],
    speaker: ['authorName', 'authorEmail'],
    at: ['created'],
    leaveOut: [{ public: [false] }],
  },
  id: ['id'],
  subject: ['subject'],
  channelAt: ['channel', 'type'],
  channels: {
    email: 'email',
    mail: 'email',
    chat: 'chat',
    messaging: 'chat',
    whatsapp: 'chat',
    sms: 'sms',
    call: 'phone',
    phone: 'phone',
    voice: 'phone',
    facebook: 'social',
    twitter: 'social',
    social: 'social',
  },
});
