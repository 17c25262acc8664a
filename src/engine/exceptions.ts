import type { Problem, ReadMessage } from '../checks/check.ts';
import type { Figure } from '../checks/figure.ts';
import { figureFor } from '../checks/figure.ts';
import type { Wanted } from '../checks/wanted.ts';
import { has, hitsOf } from '../checks/wanted.ts';
import { charactersOf } from '../core/characters.ts';
import type { Range } from '../core/span.ts';
import { contains, overlaps } from '../core/span.ts';
import type { Place } from '../rules/place.ts';
import type { Exception } from '../rules/plan.ts';
import type { Aim } from './aim.ts';
import { partOf } from './aim.ts';
import type { Thread } from './thread.ts';

/** Whether an exception of the rule makes the problem innocent. */
export function isExcepted(unless: readonly Exception[], problem: Problem, aim: Aim, thread: Thread): boolean {
  return unless.some((exception) => holds(exception, problem, aim, thread));
}

function holds(
  { place, wanted, shorterThan, thereIs, channels, waitedLessThan }: Exception,
  problem: Problem,
  aim: Aim,
  thread: Thread,
): boolean {
  if (waitedLessThan !== undefined && !waitedShortly(waitedLessThan, problem, aim, thread)) return false;
  if (channels !== undefined && !channels.includes(thread.channel ?? 'chat')) return false;
  if (thereIs !== undefined && messagesIn(thereIs, problem, thread).length === 0) return false;
  if (place !== undefined && shorterThan !== undefined && !isShort(shorterThan, place, problem, aim, thread))
    return false;
  if (place === undefined || wanted === undefined) return true;
  if (place.unit === 'words') return hitsOf(problem.message, wanted).some((hit) => overlaps(hit, problem.range));
  if (place.unit === 'sentence')
    return sentencesWith(problem).some((sentence) => hasWithin(problem.message, sentence, wanted));
  return messagesIn(place, problem, thread).some((message) => has(message, wanted));
}

function isShort(limit: Figure<number>, place: Place, problem: Problem, { target }: Aim, thread: Thread): boolean {
  const messages = messagesIn(place, problem, thread);
  const language = messages[0]?.language;
  const most = figureFor(limit, { channel: target.channel, presets: target.presets, language });
  return most !== undefined && messages.reduce((sum, { words }) => sum + charactersOf(words, language), 0) < most;
}

/** Known to be short: an unknown time excuses nothing. */
function waitedShortly(limit: number, problem: Problem, { target, occasion }: Aim, thread: Thread): boolean {
  const from = occasion?.message.message;
  const to = (target.messages[0] ?? problem.message).message;
  if (from?.at !== undefined && to.at !== undefined && from.at.basis === to.at.basis) {
    return to.at.at + to.at.precision - (from.until ?? from.at).at <= limit;
  }
  const { index } = problem.message.message;
  const reply = thread.replies.find(({ messages }) => messages.some(({ message }) => message.index === index));
  return reply?.wait.sinceLast !== undefined && reply.wait.sinceLast.most <= limit;
}

function sentencesWith({ message, range }: Problem): readonly Range[] {
  return message.sentences.filter((sentence) => overlaps(sentence, range));
}

function hasWithin(message: ReadMessage, sentence: Range, wanted: readonly Wanted[]): boolean {
  return hitsOf(message, wanted).some((hit) => contains(sentence, hit));
}

function messagesIn(place: Place, problem: Problem, thread: Thread): readonly ReadMessage[] {
  const at = problem.message.message.index;
  const isSame = ({ message }: ReadMessage) => message.index === at;
  if (place.unit === 'reply') {
    const index = thread.replies.findIndex(({ messages }) => messages.some(isSame));
    const step = place.which === 'previous' ? -1 : place.which === 'next' ? 1 : 0;
    return index < 0 ? [] : (thread.replies[index + step]?.messages ?? []);
  }
  // The words at fault may stand in a part of a mail.
  const whole = problem.message.mail === undefined ? problem.message : thread.messages.find(isSame);
  if (place.part !== undefined) return whole === undefined ? [] : [partOf(whole, place.part) ?? []].flat();
  if (place.which === 'same') return whole === undefined ? [] : [whole];
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
