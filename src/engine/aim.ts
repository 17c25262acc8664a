import type { ReadMessage, Situation, Target } from '../checks/check.ts';
import { figureFor } from '../checks/figure.ts';
import { has, hitsOf } from '../checks/wanted.ts';
import type { Range } from '../core/span.ts';
import { surelyLonger } from '../core/time.ts';
import type { Place } from '../rules/place.ts';
import type { Occasion, PlannedRule } from '../rules/plan.ts';
import type { Reply, Thread } from './thread.ts';

/** What a rule looks at, and what made it look. */
export interface Aim {
  readonly target: Target;
  readonly occasion?: { readonly message: ReadMessage; readonly range: Range } | undefined;
}

/** Where a rule looks and when. */
type LookingRule = Pick<PlannedRule, 'place' | 'occasion'>;

/** Everything that a rule looks at in a thread, in order. */
export function aimsOf({ place, occasion }: LookingRule, thread: Thread, presets: readonly string[]): readonly Aim[] {
  if (occasion === undefined) return placesIn(place, thread).map((target) => ({ target }));
  if (occasion.kind === 'waits') {
    return thread.replies
      .filter((reply) => {
        const { sinceLast } = reply.wait;
        const limit = figureFor(occasion.longerThan, situationOf(reply, thread, presets));
        return sinceLast !== undefined && limit !== undefined && surelyLonger(sinceLast, limit);
      })
      .map((reply) => ({ target: targetOf(reply), occasion: lastSaid(reply) }));
  }
  return place.which === 'next' ? nextPlaces(place, occasion, thread) : placesBeside(place, occasion, thread);
}

/** What figures depend on, for a target. The language is worked out when a figure asks for it. */
export function situationOf({ messages }: Target, { channel }: Thread, presets: readonly string[]): Situation {
  return {
    channel,
    presets,
    get language() {
      return messages[0]?.language;
    },
  };
}

function placesIn(place: Place, thread: Thread): readonly Target[] {
  if (place.unit === 'message') {
    return thread.messages
      .filter(({ message }) => message.role === place.role)
      .map((message) => ({ messages: [message] }));
  }
  return repliesIn(place, thread).map(targetOf);
}

function repliesIn(place: Place, thread: Thread): readonly Reply[] {
  switch (place.which) {
    case 'first':
      return thread.replies.filter((reply) => reply.isFirst);
    case 'last':
      return thread.end === 'known' ? thread.replies.slice(-1) : [];
    default:
      return thread.replies;
  }
}

type Said = Extract<Occasion, { kind: 'says' }>;

/** What follows each message that holds the occasion. */
function nextPlaces(place: Place, occasion: Said, thread: Thread): readonly Aim[] {
  const aims: Aim[] = [];
  for (const message of saying(occasion, thread)) {
    const target = place.unit === 'message' ? nextMessage(place, message, thread) : nextReplies(place, message, thread);
    if (target !== undefined) aims.push({ target, occasion: { message, range: firstHit(occasion, message) } });
  }
  return aims;
}

function nextMessage(place: Place, after: ReadMessage, thread: Thread): Target | undefined {
  const next = thread.messages.find(
    ({ message }) => message.index > after.message.index && message.role === place.role,
  );
  return next === undefined ? undefined : { messages: [next] };
}

function nextReplies(place: Place, after: ReadMessage, thread: Thread): Target | undefined {
  const index = thread.replies.findIndex(
    ({ messages }) => (messages[0] as ReadMessage).message.index > after.message.index,
  );
  if (index < 0) return undefined;
  const replies = thread.replies.slice(index, index + place.many);
  // What is missing may stand in a reply that the source does not hold.
  if (replies.length < place.many && thread.end === 'unknown') return undefined;
  return { messages: replies.flatMap(({ messages }) => messages), wait: (replies[0] as Reply).wait };
}

/** Replies in their place whose customer said so, just before them or, of the last one, after it. */
function placesBeside(place: Place, occasion: Said, thread: Thread): readonly Aim[] {
  return repliesIn(place, thread).flatMap((reply) => {
    const end = (reply.messages.at(-1) as ReadMessage).message.index;
    const after = place.which === 'last' ? thread.messages.filter(({ message }) => message.index > end) : [];
    const around = [...reply.answers, ...after].filter(({ message }) => message.role === occasion.role);
    const message = around.find((said) => has(said, occasion.wanted));
    return message === undefined
      ? []
      : [{ target: targetOf(reply), occasion: { message, range: firstHit(occasion, message) } }];
  });
}

function saying(occasion: Said, thread: Thread): readonly ReadMessage[] {
  return thread.messages.filter((message) => message.message.role === occasion.role && has(message, occasion.wanted));
}

function firstHit(occasion: Said, message: ReadMessage): Range {
  return hitsOf(message, occasion.wanted)[0] ?? { start: 0, end: message.words.length };
}

function targetOf({ messages, wait }: Reply): Target {
  return { messages, wait };
}

function lastSaid({ answers }: Reply): Aim['occasion'] {
  const message = answers.at(-1);
  return message === undefined ? undefined : { message, range: { start: 0, end: message.words.length } };
}
