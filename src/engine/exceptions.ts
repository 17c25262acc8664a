import type { Problem, ReadMessage } from '../checks/check.ts';
import type { Wanted } from '../checks/wanted.ts';
import { has, hitsOf } from '../checks/wanted.ts';
import type { Range } from '../core/span.ts';
import { contains, overlaps } from '../core/span.ts';
import { occurrences } from '../detectors/agent-name.ts';
import { foldingFor } from '../matching/fold.ts';
import type { Place } from '../rules/place.ts';
import type { Exception } from '../rules/plan.ts';
import type { Aim } from './aim.ts';
import type { Thread } from './thread.ts';

/** Whether an exception of the rule makes the problem innocent. */
export function isExcepted(unless: readonly Exception[], problem: Problem, aim: Aim, thread: Thread): boolean {
  return unless.some((exception) => holds(exception, problem, aim, thread));
}

function holds(
  { place, wanted, sameWords, beside, channels, waitedLessThan }: Exception,
  problem: Problem,
  aim: Aim,
  thread: Thread,
): boolean {
  if (waitedLessThan !== undefined && !waitedShortly(waitedLessThan, problem, aim, thread)) return false;
  if (channels !== undefined && !channels.includes(thread.channel ?? 'chat')) return false;
  if (place === undefined) return true;
  if (beside !== undefined) return messagesIn(place, problem, thread).some((message) => hasMoreThan(message, beside));
  if (wanted === undefined) return messagesIn(place, problem, thread).length > 0;
  if (place.unit === 'words') return hitsOf(problem.message, wanted).some((hit) => overlaps(hit, problem.range));
  if (place.unit === 'sentence')
    return sentencesWith(problem).some((sentence) => hasWithin(problem.message, sentence, wanted));
  const fault = sameWords === true ? folded(wordsAt(problem)) : undefined;
  return messagesIn(place, problem, thread).some(
    (message) => has(message, wanted) || (fault !== undefined && holdsWords(message, fault)),
  );
}

/** Whether letters or digits are left when the hits are taken away. */
function hasMoreThan(message: ReadMessage, wanted: readonly Wanted[]): boolean {
  let rest = '';
  let at = 0;
  for (const { start, end } of hitsOf(message, wanted)) {
    rest += message.words.slice(at, start);
    at = end;
  }
  return /[\p{L}\p{N}]/u.test(rest + message.words.slice(at));
}

function wordsAt({ message, range }: Problem): string {
  return message.words.slice(range.start, range.end);
}

function holdsWords(message: ReadMessage, fault: string): boolean {
  return occurrences([fault], folded(message.words)).length > 0;
}

function folded(words: string): string {
  return foldingFor('none').words(words);
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
  if (place.unit === 'conversation') return thread.whole?.messages ?? [];
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
