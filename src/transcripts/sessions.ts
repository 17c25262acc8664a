import type { Message } from '../core/conversation.ts';
import { gap, HOUR } from '../core/time.ts';

/**
 * The conversations of a chat that never ends: a long silence parts them, unless the customer is still waiting for an
 * answer. Messages are numbered anew in each.
 */
export function sessionsOf(messages: readonly Message[]): readonly (readonly Message[])[] {
  const sessions: Message[][] = [];
  let last: Message | undefined;
  for (const message of messages) {
    const session = sessions.at(-1);
    const isNew = last !== undefined && isParted(last, message);
    if (session === undefined || isNew) sessions.push([message]);
    else session.push(message);
    last = message;
  }
  return sessions.map((session) => {
    const first = session[0]?.index ?? 0;
    return session.map((message) => ({ ...message, index: message.index - first }));
  });
}

/** A night parts two conversations; a coffee break and a meeting do not. */
const SILENCE = 8 * HOUR;

function isParted(before: Message, after: Message): boolean {
  const between = gap(before.at, after.at);
  if (between === undefined || between.least < SILENCE) return false;
  return before.role !== 'customer' || after.role === 'customer';
}
