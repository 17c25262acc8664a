import type { MailPart, ReadMessage, Target } from '../checks/check.ts';
import { figureFor } from '../checks/figure.ts';
import { has, hitsOf } from '../checks/wanted.ts';
import { partitionPoint } from '../core/partition-point.ts';
import type { Range } from '../core/span.ts';
import { surelyLonger } from '../core/time.ts';
import type { Place } from '../rules/place.ts';
import type { Occasion } from '../rules/plan.ts';
import type { Reply, Thread } from './thread.ts';
import { indexOf, ThreadTarget } from './thread.ts';

/** What a rule looks at, and what made it look. */
export interface Aim {
  readonly target: Target;
  readonly occasion?: { readonly message: ReadMessage; readonly range: Range } | undefined;
}

/** What a rule looks at after each time that its occasion comes, in order. */
export function aimsAfter(occasion: Occasion, place: Place, thread: Thread): readonly Aim[] {
  if (occasion.kind === 'waits') {
    return thread.replies
      .filter((reply) => {
        const { sinceLast } = reply.wait;
        const limit = figureFor(occasion.longerThan, reply);
        return sinceLast !== undefined && limit !== undefined && surelyLonger(sinceLast, limit);
      })
      .map((reply) => ({ target: reply, occasion: lastSaid(reply) }));
  }
  return place.which === 'next' ? nextPlaces(place, occasion, thread) : placesBeside(place, occasion, thread);
}

/** Where a rule without an occasion looks. */
export function targetsIn(place: Place, thread: Thread): readonly Target[] {
  if (place.part !== undefined) return partsIn(place.part, thread);
  if (place.unit === 'conversation') return thread.whole === undefined ? [] : [thread.whole];
  return place.unit === 'message' ? messagesIn(place, thread) : repliesIn(place, thread);
}

function messagesIn(place: Place, thread: Thread): readonly Target[] {
  const all = thread.alone[place.role];
  if (place.which !== 'last') return all;
  return thread.end === 'known' ? all.slice(-1) : [];
}

/** A part of each of the agent's mails that has it; in other channels all is own text. */
function partsIn(part: MailPart, thread: Thread): readonly Target[] {
  return thread.alone.agent.flatMap((target) => {
    const whole = target.messages[0] as ReadMessage;
    const message = partOf(whole, part);
    if (message === undefined) return [];
    return message === whole ? target : new ThreadTarget([message], target.setting, target.wait);
  });
}

export function partOf(message: ReadMessage, part: MailPart): ReadMessage | undefined {
  if (message.mail !== undefined) return message.mail.part(part);
  return part === 'own text' ? message : undefined;
}

function repliesIn(place: Place, thread: Thread): readonly Reply[] {
  switch (place.which) {
    case 'first':
      return thread.replies.filter((reply) => reply.isFirst);
    case 'later':
      // Without its start, every reply of a conversation is a later one.
      return thread.replies.filter((reply) => !reply.isFirst);
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
  const ofRole = thread.alone[place.role];
  return ofRole[partitionPoint(ofRole, (target) => indexOf(target) > after.message.index)];
}

function nextReplies(place: Place, after: ReadMessage, thread: Thread): Target | undefined {
  const index = partitionPoint(thread.replies, (reply) => indexOf(reply) > after.message.index);
  const replies = thread.replies.slice(index, index + place.many);
  if (replies.length === 0) return undefined;
  // What is missing may stand in a reply that the source does not hold.
  if (replies.length < place.many && thread.end === 'unknown') return undefined;
  const [first] = replies as [Reply];
  return replies.length === 1
    ? first
    : new ThreadTarget(
        replies.flatMap(({ messages }) => messages),
        first.setting,
        first.wait,
      );
}

/** Replies in their place whose customer said so, just before them or, of the last one, after it. */
function placesBeside(place: Place, occasion: Said, thread: Thread): readonly Aim[] {
  return repliesIn(place, thread).flatMap((reply) => {
    const end = (reply.messages.at(-1) as ReadMessage).message.index;
    const after = place.which === 'last' ? thread.messages.filter(({ message }) => message.index > end) : [];
    const around = [...reply.answers, ...after].filter(({ message }) => message.role === occasion.role);
    const message = around.find((said) => has(said, occasion.wanted));
    return message === undefined ? [] : [{ target: reply, occasion: { message, range: firstHit(occasion, message) } }];
  });
}

function saying(occasion: Said, thread: Thread): readonly ReadMessage[] {
  return thread.alone[occasion.role]
    .map(({ messages }) => messages[0] as ReadMessage)
    .filter((message) => has(message, occasion.wanted));
}

function firstHit(occasion: Said, message: ReadMessage): Range {
  return hitsOf(message, occasion.wanted)[0] ?? { start: 0, end: message.words.length };
}

function lastSaid({ answers }: Reply): Aim['occasion'] {
  const message = answers.at(-1);
  return message === undefined ? undefined : { message, range: { start: 0, end: message.words.length } };
}
