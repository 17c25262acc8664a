import { describedConversation } from './described-conversation.ts';

export const zendeskConversationLog = describedConversation({
  name: 'zendesk-conversation-log',
  about: 'The conversation log of a Zendesk ticket: comments and messages in one list, with the role of each author.',
  tells: { roles: '`author.type`', times: '`created_at`' },
  conversations: ['', '*'],
  messages: ['events', ''],
  marks: { type: ['Comment', 'Messaging::ConversationMessage'], 'author.type': true, content: true },
  message: {
    text: [
      { field: 'content.html_body', isHtml: true },
      { field: 'content.html', isHtml: true },
      { field: 'content.text' },
      { field: 'content.body' },
    ],
    role: [{ field: 'author.type', roles: { user: 'customer', agent: 'agent', bot: 'bot' } }],
    speaker: ['author.display_name', 'author.name'],
    at: ['created_at'],
    leaveOut: [{ 'content.public': [false] }, { 'metadata.public': [false] }, { public: [false] }],
  },
  id: ['ticket_id', 'id'],
});
