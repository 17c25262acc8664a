import { describedConversation } from './described-conversation.ts';

export const zendeskChats = describedConversation({
  name: 'zendesk-chats',
  about: 'Chats of Zendesk Chat (`chats.json`), with their history.',
  tells: { roles: '`sender_type`', times: '`timestamp`' },
  conversations: ['chats.*', 'results.*', '*', ''],
  record: { visitor: true, history: true },
  messages: ['history'],
  marks: { type: ['chat.msg'], msg: true },
  message: {
    text: [{ field: 'msg' }],
    role: [{ field: 'sender_type', roles: { visitor: 'customer', agent: 'agent', trigger: 'bot', bot: 'bot' } }],
    speaker: ['name'],
    at: ['timestamp'],
    leaveOut: [{ type: ['chat.memberjoin', 'chat.memberleave', 'chat.rating', 'chat.comment'] }],
  },
  id: ['id'],
  channel: 'chat',
});
