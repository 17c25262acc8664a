import type { Problem, ReadMessage, Target } from '../checks/check.ts';
import type { FactConditions } from '../checks/fact-conditions.ts';
import { factsHold } from '../checks/fact-conditions.ts';
import type { Figure } from '../checks/figure.ts';
import { figureFor } from '../checks/figure.ts';
import type { Wanted, WantedHit } from '../checks/wanted.ts';
import { has, hitsOf } from '../checks/wanted.ts';
import { charactersOf } from '../core/characters.ts';
import { MESSAGE_FACTS } from '../core/facts.ts';
import { partitionPoint } from '../core/partition-point.ts';
import type { Range } from '../core/span.ts';
import { contains, overlaps, overlapsAny } from '../core/span.ts';
import { occurrences } from '../detectors/agent-name.ts';
import { foldingFor } from '../matching/fold.ts';
import type { Place } from '../rules/place.ts';
import type { Condition } from '../rules/plan.ts';
import type { Aim } from './aim.ts';
import { partOf } from './aim.ts';
import type { Thread } from './thread.ts';
import { indexOf } from './thread.ts';

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
  { place, wanted, sameWords, beside, shorterThan, longerThan, thereIs, channels, waitedLessThan, facts }: Condition,
  problem: Problem,
  aim: Aim,
  thread: Thread,
): boolean {
  if (waitedLessThan !== undefined && !waitedShortly(waitedLessThan, problem, aim, thread)) return false;
  if (facts !== undefined && !factsHold(facts, { ...thread.facts, ...problem.message.facts })) return false;
  if (channels !== undefined && !channels.includes(thread.channel ?? 'chat')) return false;
  if (thereIs !== undefined && messagesIn(thereIs, problem, thread).length === 0) return false;
  if (place === undefined) return true;
  if (beside !== undefined && !messagesIn(place, problem, thread).some((message) => hasMoreThan(message, beside)))
    return false;
  if (wanted !== undefined && !stands(wanted, sameWords === true, place, problem, thread)) return false;
  if (shorterThan === undefined && longerThan === undefined) return true;
  return isOfLength(passagesIn(place, problem, thread), shorterThan, longerThan, aim);
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

/** Whether the words at fault stand in the message too. */
function holdsWords({ words }: ReadMessage, { message, range }: Problem): boolean {
  const folding = foldingFor('none');
  return occurrences([folding.words(message.words.slice(range.start, range.end))], folding.words(words)).length > 0;
}

function stands(
  wanted: readonly Wanted[],
  sameWords: boolean,
  place: Place,
  problem: Problem,
  thread: Thread,
): boolean {
  if (sameWords && messagesIn(place, problem, thread).some((message) => holdsWords(message, problem))) return true;
  if (place.unit === 'words' && place.which === 'same')
    return overlapsAny(problem.range, knownHits(problem.message, wanted));
  return passagesIn(place, problem, thread).some(({ message, range }) =>
    range === undefined ? has(message, wanted) : hasWithin(message, range, wanted),
  );
}

/** A message, or a range of one. */
interface Passage {
  readonly message: ReadMessage;
  readonly range?: Range;
}

function passagesIn(place: Place, problem: Problem, thread: Thread): readonly Passage[] {
  const { message, range } = problem;
  if (place.unit === 'sentence') return sentencesWith(problem).map((sentence) => ({ message, range: sentence }));
  if (place.unit !== 'words') return messagesIn(place, problem, thread).map((one) => ({ message: one }));
  if (place.which === 'same') return [{ message, range }];
  const reply = thread.replies[replyWith(message, thread)]?.messages ?? [message];
  const isEarlier = place.which === 'earlier';
  const others = reply.filter((one) =>
    isEarlier ? one.message.index < message.message.index : one.message.index > message.message.index,
  );
  const beside = isEarlier ? { start: 0, end: range.start } : { start: range.end, end: message.words.length };
  return [{ message, range: beside }, ...others.map((one) => ({ message: one }))];
}

/** Whether passages together are shorter than one figure and longer than the other, where there are any. */
function isOfLength(
  passages: readonly Passage[],
  shorterThan: Figure<number> | undefined,
  longerThan: Figure<number> | undefined,
  { target }: Aim,
): boolean {
  const language = passages[0]?.message.language;
  const situation = { channel: target.channel, presets: target.presets, language };
  const length = passages.reduce(
    (sum, { message: { words }, range }) => sum + charactersOf(words.slice(range?.start, range?.end), language),
    0,
  );
  const holdsFor = (figure: Figure<number> | undefined, compare: (limit: number) => boolean) => {
    const limit = figure === undefined ? undefined : figureFor(figure, situation);
    return figure === undefined || (limit !== undefined && compare(limit));
  };
  return holdsFor(shorterThan, (limit) => length < limit) && holdsFor(longerThan, (limit) => length > limit);
}

/** Known to be short: an unknown time excuses nothing. */
function waitedShortly(limit: number, problem: Problem, { target, occasion }: Aim, thread: Thread): boolean {
  const from = occasion?.message.message;
  const to = (target.messages[0] ?? problem.message).message;
  if (from?.at !== undefined && to.at !== undefined && from.at.basis === to.at.basis) {
    return to.at.at + to.at.precision - (from.until ?? from.at).at <= limit;
  }
  const reply = thread.replies[replyWith(problem.message, thread)];
  return reply?.wait.sinceLast !== undefined && reply.wait.sinceLast.most <= limit;
}

function sentencesWith({ message, range }: Problem): readonly Range[] {
  const sentences: Range[] = [];
  for (let at = partitionPoint(message.sentences, ({ end }) => end > range.start); ; at++) {
    const sentence = message.sentences[at];
    if (sentence === undefined || !overlaps(sentence, range)) return sentences;
    sentences.push(sentence);
  }
}

function hasWithin(message: ReadMessage, sentence: Range, wanted: readonly Wanted[]): boolean {
  const hits = knownHits(message, wanted);
  const next = hits[partitionPoint(hits, ({ start }) => start >= sentence.start)];
  return next !== undefined && contains(sentence, next);
}

/** A message with many findings is asked for the same hits for each. */
function knownHits(message: ReadMessage, wanted: readonly Wanted[]): readonly WantedHit[] {
  const known = hitsByMessage.get(message) ?? new Map<readonly Wanted[], readonly WantedHit[]>();
  hitsByMessage.set(message, known);
  const hits = known.get(wanted) ?? hitsOf(message, wanted);
  known.set(wanted, hits);
  return hits;
}

const hitsByMessage = new WeakMap<ReadMessage, Map<readonly Wanted[], readonly WantedHit[]>>();

/** The index of the reply that the message belongs to, or -1. */
function replyWith({ message: { index } }: ReadMessage, { replies }: Thread): number {
  const at = partitionPoint(replies, ({ messages }) => (messages.at(-1) as ReadMessage).message.index >= index);
  return replies[at]?.messages.some(({ message }) => message.index === index) === true ? at : -1;
}

function messageAt(at: number, { messages }: Thread): ReadMessage | undefined {
  const found = messages[partitionPoint(messages, ({ message }) => message.index >= at)];
  return found?.message.index === at ? found : undefined;
}

function messagesIn(place: Place, problem: Problem, thread: Thread): readonly ReadMessage[] {
  const at = problem.message.message.index;
  if (place.unit === 'reply') {
    const index = replyWith(problem.message, thread);
    const step = place.which === 'previous' ? -1 : place.which === 'next' ? 1 : 0;
    return index < 0 ? [] : (thread.replies[index + step]?.messages ?? []);
  }
  // The words at fault may stand in a part of a mail.
  const whole = problem.message.mail === undefined ? problem.message : messageAt(at, thread);
  if (place.part !== undefined) return whole === undefined ? [] : [partOf(whole, place.part) ?? []].flat();
  if (place.which === 'same') return whole === undefined ? [] : [whole];
  const ofRole = thread.alone[place.role];
  const here = partitionPoint(ofRole, (target) => indexOf(target) >= at);
  const behind = partitionPoint(ofRole, (target) => indexOf(target) > at);
  const read = (targets: readonly Target[]) => targets.flatMap(({ messages }) => messages);
  switch (place.which) {
    case 'previous':
      return read(ofRole.slice(Math.max(0, here - 1), here));
    case 'next':
      return read(ofRole.slice(behind, behind + place.many));
    case 'earlier':
      return read(ofRole.slice(0, here));
    case 'later':
      return read(ofRole.slice(behind));
    default:
      return read([...ofRole.slice(0, here), ...ofRole.slice(behind)]);
  }
}
