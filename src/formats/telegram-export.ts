import { join } from '../core/text.ts';
import { placesAt } from '../texts/places.ts';
import { isString } from '../texts/shape.ts';
import { describedConversation } from './described-conversation.ts';

export const telegramExport = describedConversation({
  name: 'telegram-export',
  about:
    'What Telegram Desktop exports (`result.json`): one chat, or all of an account. A silence of eight hours begins a new conversation, unless the customer is waiting.',
  tells: { roles: '`agents`, guess', times: '`date_unixtime`' },
  conversations: ['chats.list.*', ''],
  record: { type: true, messages: true, id: true },
  messages: ['messages'],
  marks: { type: ['message', 'service'], date: true, text: true },
  message: {
    text: [{ field: 'text' }],
    parts(tree, { value, path }) {
      const parts = placesAt(value, 'text.*').flatMap((part) => {
        const [words] = isString(part.value) ? [part] : placesAt(part.value, 'text');
        if (words === undefined || !isString(words.value)) return [];
        const inside = isString(part.value) ? [] : words.path;
        return [tree.text([...path, ...part.path, ...inside])];
      });
      return parts.length === 0 ? undefined : join(parts, '');
    },
    speaker: ['from', 'from_id'],
    at: ['date_unixtime', 'date'],
    leaveOut: [{ type: ['service'] }],
  },
  id: ['id'],
  channel: 'chat',
  isEndless: true,
});
