import { describedConversation } from './described-conversation.ts';

export const gorgiasMessages = describedConversation({
  name: 'gorgias-messages',
  about:
    'Messages of Gorgias (`/api/messages`), parted by ticket, or tickets that hold theirs. Internal notes are left out; what a rule sends is the bot’s.',
  tells: { roles: '`from_agent`', times: '`sent_datetime`' },
  conversations: ['', 'data.*', '*'],
  messages: ['data', 'messages', ''],
  marks: { from_agent: true, channel: true, ticket_id: true },
  message: {
    text: [
      { field: 'stripped_html', isHtml: true },
      { field: 'stripped_text' },
      { field: 'body_html', isHtml: true },
      { field: 'body_text' },
    ],
    role: [
      { field: 'via', roles: { rule: 'bot' } },
      { field: 'from_agent', roles: { true: 'agent', false: 'customer' } },
    ],
    speaker: ['sender.name', 'sender.firstname', 'sender.email'],
    at: ['sent_datetime', 'created_datetime'],
    leaveOut: [{ public: [false] }, { channel: ['internal-note'] }],
  },
  groupedBy: ['ticket_id'],
  subject: ['subject'],
  channelAt: ['channel'],
  channels: {
    email: 'email',
    'contact-form': 'email',
    chat: 'chat',
    whatsapp: 'chat',
    'facebook-messenger': 'chat',
    'instagram-direct-message': 'chat',
    sms: 'sms',
    phone: 'phone',
    facebook: 'social',
    'instagram-comment': 'social',
    'instagram-ad-comment': 'social',
    twitter: 'social',
  },
});
