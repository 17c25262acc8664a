import type { Message } from '../core/conversation.ts';
import type { PlannedRule } from '../rules/plan.ts';

/**
 * Whether a rule judges a reply and not the words where it was found: it looks at replies, speaks once in each,
 * or asks for something that is absent, so that a label and a finding may stand in different messages of one reply.
 */
export function isAboutReply({ places, oncePer, checks }: PlannedRule): boolean {
  return (
    places.some(({ unit }) => unit === 'reply') ||
    oncePer === 'reply' ||
    checks.some(({ check }) => check === 'absence')
  );
}

/**
 * The number of the reply that each of an agent's messages belongs to, by the message's index. A reply ends as it
 * does for the rules: where the customer, or another agent, speaks.
 */
export function replyNumbers(messages: readonly Message[]): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  let number = 0;
  let last: Message | undefined;
  for (const message of messages) {
    if (message.role === 'customer') last = undefined;
    if (message.role !== 'agent') continue;
    const isSameAgent =
      last !== undefined &&
      (last.speaker === undefined || message.speaker === undefined || last.speaker === message.speaker);
    if (!isSameAgent) number++;
    numbers.set(message.index, number);
    last = message;
  }
  return numbers;
}
