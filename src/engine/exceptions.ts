import type { Problem, ReadMessage } from '../checks/check.ts';
import type { Figure } from '../checks/figure.ts';
import { figureFor } from '../checks/figure.ts';
import type { Wanted } from '../checks/wanted.ts';
import { has, hitsOf } from '../checks/wanted.ts';
import type { Range } from '../core/span.ts';
import { contains, overlaps } from '../core/span.ts';
import { lengthOf } from '../matching/length.ts';
import type { Place } from '../rules/place.ts';
import type { Exception } from '../rules/plan.ts';
import type { Aim } from './aim.ts';
import type { Reply, Thread } from './thread.ts';

/** Whether an exception of the rule makes the problem innocent. */
export function isExcepted(unless: readonly Exception[], problem: Problem, aim: Aim, thread: Thread): boolean {
  return unless.some((exception) => holds(exception, problem, aim, thread));
}

function holds(exception: Exception, problem: Problem, aim: Aim, thread: Thread): boolean {
  const { place, wanted, lacking, longerThan, channels, waitedLessThan } = exception;
  if (waitedLessThan !== undefined && !waitedShortly(waitedLessThan, problem, aim, thread)) return false;
  if (channels !== undefined && !channels.includes(thread.channel ?? 'chat')) return false;
  if (place === undefined) return true;
  const passages = passagesIn(place, problem, thread);
  const stands = (any: readonly Wanted[]) => passages.some((passage) => hasWithin(passage, any));
  if (wanted !== undefined && !stands(wanted)) return false;
  if (lacking !== undefined && stands(lacking)) return false;
  return longerThan === undefined || isLonger(passages, longerThan, aim);
}

/** A message, or a part of one. */
interface Passage {
  readonly message: ReadMessage;
  /** The whole message where there is none. */
  readonly range?: Range | undefined;
  /** Whether what reaches beyond the range counts as well. */
  readonly mayReachOut?: boolean;
}

function passagesIn(place: Place, problem: Problem, thread: Thread): readonly Passage[] {
  const { message, range } = problem;
  if (place.unit === 'sentence')
    return message.sentences
      .filter((sentence) => overlaps(sentence, range))
      .map((sentence) => ({ message, range: sentence }));
  if (place.unit !== 'words') return messagesIn(place, problem, thread).map((one) => ({ message: one }));
  if (place.which === 'same') return [{ message, range, mayReachOut: true }];
  const reply = replyOf(problem, thread)?.messages ?? [message];
  const at = reply.indexOf(message);
  return place.which === 'earlier'
    ? [...reply.slice(0, at).map((one) => ({ message: one })), { message, range: { start: 0, end: range.start } }]
    : [
        { message, range: { start: range.end, end: message.words.length } },
        ...reply.slice(at + 1).map((one) => ({ message: one })),
      ];
}

function hasWithin({ message, range, mayReachOut }: Passage, wanted: readonly Wanted[]): boolean {
  if (range === undefined) return has(message, wanted);
  return hitsOf(message, wanted).some((hit) => (mayReachOut ? overlaps(hit, range) : contains(range, hit)));
}

function isLonger(passages: readonly Passage[], longerThan: Figure<number>, { target }: Aim): boolean {
  const most = figureFor(longerThan, target);
  if (most === undefined) return false;
  let length = 0;
  for (const { message, range } of passages) {
    length += lengthOf(message.words, range?.start, range?.end);
    if (length > most) return true;
  }
  return false;
}

/** Known to be short: an unknown time excuses nothing. */
function waitedShortly(limit: number, problem: Problem, { target, occasion }: Aim, thread: Thread): boolean {
  const from = occasion?.message.message;
  const to = (target.messages[0] ?? problem.message).message;
  if (from?.at !== undefined && to.at !== undefined && from.at.basis === to.at.basis) {
    return to.at.at + to.at.precision - (from.until ?? from.at).at <= limit;
  }
  const reply = replyOf(problem, thread);
  return reply?.wait.sinceLast !== undefined && reply.wait.sinceLast.most <= limit;
}

function messagesIn(place: Place, problem: Problem, thread: Thread): readonly ReadMessage[] {
  if (place.unit === 'reply') {
    const reply = replyOf(problem, thread);
    const index = reply === undefined ? -1 : thread.replies.indexOf(reply);
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

function replyOf({ message }: Problem, thread: Thread): Reply | undefined {
  return thread.replies.find(({ messages }) => messages.includes(message));
}
