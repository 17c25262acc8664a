import { describedConversation } from './described-conversation.ts';

export const aliyunDialogue = describedConversation({
  name: 'aliyun-dialogue',
  about: 'Dialogues of Alibaba Cloud quality inspection: `[{"begin", "end", "role", "words"}]`, alone or as tickets.',
  tells: { roles: '`role`, `identity`', times: 'start and end of each turn' },
  conversations: ['tickets.*', 'data.*', '', '*'],
  messages: ['dialogue', ''],
  marks: { begin: true, end: true, words: true },
  message: {
    text: [{ field: 'words' }],
    role: [{ field: 'role' }, { field: 'identity' }],
    speaker: ['name'],
    at: ['begin'],
    until: ['end'],
    isOffset: true,
  },
  id: ['tid', 'ticketId', 'id'],
  channel: 'phone',
});
