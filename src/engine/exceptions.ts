import type { Problem, ReadMessage } from '../checks/check.ts';
import type { FactConditions } from '../checks/fact-conditions.ts';
import { factsHold } from '../checks/fact-conditions.ts';
import type { Wanted } from '../checks/wanted.ts';
import { has, hitsOf } from '../checks/wanted.ts';
import { MESSAGE_FACTS } from '../core/facts.ts';
import type { Range } from '../core/span.ts';
import { contains, overlaps } from '../core/span.ts';
import type { Place } from '../rules/place.ts';
import type { Condition } from '../rules/plan.ts';
import type { Aim } from './aim.ts';
import type { Thread } from './thread.ts';

/** Whether an exception of the rule makes the problem innocent. */
export function isExcepted(unless: readonly Condition[], problem: Problem, aim: Aim, thread: Thread): boolean {
  return unless.some((exception) => holds(exception, problem, aim, thread));
}

/** Whether the rule speaks in this case: one of its conditions holds, or it has none. */
export function isAdmitted(onlyIf: readonly Condition[], problem: Problem, aim: Aim, thread: Thread): boolean {
  return onlyIf.length === 0 || onlyIf.some((condition) => holds(condition, problem, aim, thread));
}

/** Quick to look at, before the rule does any work: whether a condition could hold in the thread. */
export function mayHold(onlyIf: readonly Condition[], thread: Thread): boolean {
  return (
    onlyIf.length === 0 ||
    onlyIf.some(({ facts }) => facts === undefined || namesMessageFact(facts) || factsHold(facts, thread.facts))
  );
}

function namesMessageFact(facts: FactConditions): boolean {
  return Object.keys(facts).some((name) => Object.hasOwn(MESSAGE_FACTS, name));
}

function holds(
  { place, wanted, channels, waitedLessThan, facts }: Condition,
  problem: Problem,
  aim: Aim,
  thread: Thread,
): boolean {
  if (waitedLessThan !== undefined && !waitedShortly(waitedLessThan, problem, aim, thread)) return false;
  if (facts !== undefined && !factsHold(facts, { ...thread.facts, ...problem.message.facts })) return false;
  if (channels !== undefined && !channels.includes(thread.channel ?? 'chat')) return false;
  if (place === undefined || wanted === undefined) return true;
  if (place.unit === 'words') return hitsOf(problem.message, wanted).some((hit) => overlaps(hit, problem.range));
  if (place.unit === 'sentence')
    return sentencesWith(problem).some((sentence) => hasWithin(problem.message, sentence, wanted));
  return messagesIn(place, problem, thread).some((message) => has(message, wanted));
}

/** Known to be short: an unknown time excuses nothing. */
function waitedShortly(limit: number, problem: Problem, { target, occasion }: Aim, thread: Thread): boolean {
  const from = occasion?.message.message;
  const to = (target.messages[0] ?? problem.message).message;
  if (from?.at !== undefined && to.at !== undefined && from.at.basis === to.at.basis) {
    return to.at.at + to.at.precision - (from.until ?? from.at).at <= limit;
  }
  const reply = thread.replies.find(({ messages }) => messages.includes(problem.message));
  return reply?.wait.sinceLast !== undefined && reply.wait.sinceLast.most <= limit;
}

function sentencesWith({ message, range }: Problem): readonly Range[] {
  return message.sentences.filter((sentence) => overlaps(sentence, range));
}

function hasWithin(message: ReadMessage, sentence: Range, wanted: readonly Wanted[]): boolean {
  return hitsOf(message, wanted).some((hit) => contains(sentence, hit));
}

function messagesIn(place: Place, problem: Problem, thread: Thread): readonly ReadMessage[] {
  if (place.unit === 'reply') {
    const index = thread.replies.findIndex(({ messages }) => messages.includes(problem.message));
    const step = place.which === 'previous' ? -1 : place.which === 'next' ? 1 : 0;
    return index < 0 ? [] : (thread.replies[index + step]?.messages ?? []);
  }
  if (place.which === 'same') return [problem.message];
  const at = problem.message.message.index;
  const ofRole = thread.messages.filter(({ message }) => message.role === place.role && message.index !== at);
  const before = ofRole.filter(({ message }) => message.index < at);
  const after = ofRole.filter(({ message }) => message.index > at);
  switch (place.which) {
    case 'previous':
      return before.slice(-1);
    case 'next':
      return after.slice(0, place.many);
    case 'earlier':
      return before;
    case 'later':
      return after;
    default:
      return ofRole;
  }
}
