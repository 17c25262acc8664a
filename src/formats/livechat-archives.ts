import { describedConversation } from './described-conversation.ts';

export const livechatArchives = describedConversation({
  name: 'livechat-archives',
  about:
    'Archives of LiveChat (`list_archives`): each thread of a chat is a conversation. What only agents see is left out.',
  tells: { roles: '`users`', times: '`created_at`' },
  conversations: ['chats.*.threads.*', '*.threads.*', 'threads.*', 'chats.*', 'chat', '*', ''],
  messages: ['events', 'thread.events'],
  marks: { type: ['message', 'system_message', 'filled_form', 'file', 'rich_message'], id: true, created_at: true },
  message: {
    text: [{ field: 'text' }],
    role: [{ field: 'type', roles: { system_message: 'system' } }],
    speaker: [],
    at: ['created_at', 'timestamp'],
    leaveOut: [{ visibility: ['agents'] }, { recipients: ['agents'] }],
  },
  people: {
    list: 'users',
    id: ['id'],
    role: [{ field: 'type', roles: { customer: 'customer', agent: 'agent', bot: 'bot' } }],
    name: ['name', 'email'],
    of: ['author_id'],
  },
  id: ['thread.id', 'id'],
  channel: 'chat',
});
