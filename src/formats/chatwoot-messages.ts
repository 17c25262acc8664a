import { describedConversation } from './described-conversation.ts';

export const chatwootMessages = describedConversation({
  name: 'chatwoot-messages',
  about:
    'Messages of Chatwoot (`/conversations/ID/messages`), parted by conversation, or conversations that hold theirs. Private notes are left out.',
  tells: { roles: '`sender_type`, `message_type`', times: '`created_at`' },
  conversations: ['', 'payload.*', 'data.payload.*', '*'],
  messages: ['payload', 'messages', ''],
  marks: { message_type: true, content_type: true, private: true },
  message: {
    text: [{ field: 'content' }],
    role: [
      { field: 'message_type', roles: { '2': 'system', activity: 'system' } },
      {
        field: 'sender_type',
        roles: { contact: 'customer', user: 'agent', agentbot: 'bot', 'captain::assistant': 'bot' },
      },
      {
        field: 'message_type',
        roles: {
          '0': 'customer',
          incoming: 'customer',
          '1': 'agent',
          outgoing: 'agent',
          '3': 'bot',
          template: 'bot',
        },
      },
    ],
    speaker: ['sender.available_name', 'sender.name'],
    at: ['created_at'],
    leaveOut: [{ private: [true] }],
  },
  groupedBy: ['conversation_id'],
});
