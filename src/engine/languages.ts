import type { Conversation, Message } from '../core/conversation.ts';
import { inferLanguage } from '../matching/infer-language.ts';

/**
 * The language of each message, by its position in the list: its own words tell, else its speaker's, else what
 * the conversation declares, else all of its words, else the configuration.
 * @param wordsOf what the speaker of a message said; a mail also quotes others
 */
export function languagesIn(
  conversation: Conversation,
  configured: string | undefined,
  wordsOf: (message: Message, position: number) => string = ({ text }) => text.words,
): (position: number) => string | undefined {
  const { messages } = conversation;
  const together = (isWanted: (message: Message) => boolean) =>
    inferLanguage(messages.flatMap((message, at) => (isWanted(message) ? wordsOf(message, at) : [])).join('\n'));
  const ofSpeaker = remembered((speaker: string) => together((one) => speakerOf(one) === speaker));
  const ofConversation = remembered(() => conversation.language ?? together(() => true));
  return remembered((position: number) => {
    const message = messages[position] as Message;
    const own = inferLanguage(wordsOf(message, position));
    if (own !== undefined && own !== 'zh' && own !== 'cyrillic') return own;
    // The wider the view, the less it may overrule what the words themselves show.
    for (const wider of [() => ofSpeaker(speakerOf(message)), () => ofConversation(''), () => configured]) {
      const tag = wider();
      if (tag !== undefined && narrows(own, tag)) return tag;
    }
    return own === 'cyrillic' ? undefined : own;
  });
}

function speakerOf({ role, speaker }: Message): string {
  return `${role} ${speaker ?? ''}`;
}

function narrows(own: string | undefined, wider: string): boolean {
  if (own === undefined) return wider !== 'cyrillic';
  return own === 'zh' ? wider.startsWith('zh-') : wider === 'kk' || wider === 'ru';
}

function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (!known.has(key)) known.set(key, make(key));
    return known.get(key) as Value;
  };
}
