import { describedConversation } from './described-conversation.ts';

export const frontMessages = describedConversation({
  name: 'front-messages',
  about: 'Messages of a conversation in Front (`/conversations/ID/messages`). Drafts are left out.',
  tells: { roles: '`is_inbound`', times: '`created_at`' },
  conversations: ['', '*'],
  messages: ['_results', 'messages', ''],
  marks: { is_inbound: true, body: true },
  message: {
    text: [{ field: 'body', isHtml: true }, { field: 'text' }],
    role: [{ field: 'is_inbound', roles: { true: 'customer', false: 'agent' } }],
    speaker: ['author.name', 'author.first_name', 'recipients.0.name', 'recipients.0.handle'],
    at: ['created_at'],
    leaveOut: [{ draft_mode: ['shared', 'private'] }],
  },
  id: ['id'],
  subject: ['subject'],
  channelAt: ['type'],
  channels: {
    email: 'email',
    sms: 'sms',
    whatsapp: 'chat',
    front_chat: 'chat',
    intercom: 'chat',
    smooch: 'chat',
    'phone-call': 'phone',
    facebook: 'social',
    tweet: 'social',
    twitter: 'social',
    twitter_dm: 'social',
  },
});
