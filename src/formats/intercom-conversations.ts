import { describedConversation } from './described-conversation.ts';

export const intercomConversations = describedConversation({
  name: 'intercom-conversations',
  about:
    'Conversations of Intercom (`/conversations/ID`): the first message in `source`, the others in `conversation_parts`. Notes and assignments are left out.',
  tells: { roles: '`author.type`', times: '`created_at`' },
  conversations: ['conversations.*', 'data.*', 'data.item', '*', ''],
  record: { source: true, conversation_parts: true },
  messages: ['conversation_parts.conversation_parts'],
  opening: { field: 'source', at: ['created_at'] },
  marks: { part_type: true, author: true },
  message: {
    text: [{ field: 'body', isHtml: true }],
    role: [
      { field: 'author.from_ai_agent', roles: { true: 'bot' } },
      { field: 'author.is_ai_answer', roles: { true: 'bot' } },
      {
        field: 'author.type',
        roles: {
          admin: 'agent',
          user: 'customer',
          lead: 'customer',
          contact: 'customer',
          visitor: 'customer',
          bot: 'bot',
          team: 'system',
        },
      },
    ],
    speaker: ['author.name', 'author.email'],
    at: ['created_at'],
    leaveOut: [{ part_type: ['note', 'note_and_reopen', 'assignment', 'away_mode_assignment'] }, { redacted: [true] }],
  },
  id: ['id'],
  subject: ['title', 'source.subject'],
  channelAt: ['source.type'],
  channels: {
    conversation: 'chat',
    chat: 'chat',
    whatsapp: 'chat',
    email: 'email',
    sms: 'sms',
    phone_call: 'phone',
    phone_switch: 'phone',
    facebook: 'social',
    instagram: 'social',
    twitter: 'social',
  },
});
