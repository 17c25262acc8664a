import type { Pause } from '../checks/check.ts';
import type { Conversation, Message } from '../core/conversation.ts';
import type { Facts, MessageFacts } from '../core/facts.ts';
import type { OpeningHours } from '../core/opening-hours.ts';
import { openGap } from '../core/opening-hours.ts';
import type { Gap, Time } from '../core/time.ts';
import { gap, SECOND } from '../core/time.ts';
import { spokenUnits } from '../matching/spoken.ts';

/** What the times and events of a conversation say of its messages, worked out when a rule asks. */
export class Timeline {
  readonly #conversation: Conversation;
  readonly #hours: OpeningHours | undefined;
  readonly #positions: ReadonlyMap<number, number>;
  #lastAnswer: number | undefined;

  constructor(conversation: Conversation, hours: OpeningHours | undefined) {
    this.#conversation = conversation;
    this.#hours = hours;
    this.#positions = new Map(conversation.messages.map(({ index }, position) => [index, position]));
  }

  /** The wait from what the customer said to the reply, as far as somebody was there. */
  wait(asked: Message | undefined, reply: Message): Gap | undefined {
    return openGap(asked?.until ?? asked?.at, reply.at, this.#hours);
  }

  /** How long the agent had been silent. Where the end of the last words is not known, saying them takes a while. */
  silenceBefore(message: Message): Gap | undefined {
    const before = this.#before(message, ({ role }) => role === 'agent');
    if (before === undefined) return undefined;
    const silent = gap(before.until ?? before.at, message.at);
    if (silent === undefined || before.until !== undefined) return silent;
    const speaking = spokenUnits(before.text.words) * SLOWEST;
    return { least: Math.max(0, silent.least - speaking), most: silent.most };
  }

  /** How long nobody had said anything: the time in which a message was typed. */
  pauseBefore(message: Message): Pause | undefined {
    const before = this.#before(message, ({ role }) => role !== 'system');
    const between = gap(before?.until ?? before?.at, message.at);
    if (before === undefined || between === undefined) return undefined;
    return { gap: between, isAfterOwn: before.role === message.role && before.speaker === message.speaker };
  }

  factsOf(message: Message): MessageFacts {
    return { canned: message.canned, answered: this.#isAnswered(message), 'on hold': this.#wasOnHold(message) };
  }

  #before(message: Message, fits: (one: Message) => boolean): Message | undefined {
    const { messages } = this.#conversation;
    for (let at = (this.#positions.get(message.index) ?? 0) - 1; at >= 0; at--)
      if (fits(messages[at] as Message)) return messages[at];
    return undefined;
  }

  /** An answer may stand behind the end of the source. */
  #isAnswered(message: Message): boolean | undefined {
    this.#lastAnswer ??= this.#conversation.messages.findLastIndex(({ role }) => role === 'agent' || role === 'bot');
    if (this.#lastAnswer > (this.#positions.get(message.index) ?? 0)) return true;
    return this.#conversation.end === 'known' ? false : undefined;
  }

  #wasOnHold(message: Message): boolean | undefined {
    const holds = this.#conversation.events?.filter(({ kind }) => kind === 'hold') ?? [];
    const before = this.#before(message, ({ role }) => role === 'agent')?.at;
    if (holds.length === 0 || before === undefined || message.at === undefined) return undefined;
    return holds.some(({ start, end }) => isAfter(start ?? end, before) && isAfter(message.at, start ?? end));
  }
}

/** Milliseconds that a word or Han character takes at most when it is spoken: 120 in a minute. */
const SLOWEST = 0.5 * SECOND;

function isAfter(later: Time | undefined, earlier: Time | undefined): boolean {
  return later !== undefined && earlier !== undefined && later.basis === earlier.basis && later.at >= earlier.at;
}

/** The facts of a contact, with those that its events and speakers tell. What is said outright wins. */
export function factsOfConversation({ facts, events = [], messages }: Conversation, configured: Facts): Facts {
  const told = { ...configured, ...facts };
  const holds = events.filter(({ kind }) => kind === 'hold');
  const lengths = holds.map(({ start, end }) => gap(start, end));
  const passed = events.filter(({ kind }) => kind === 'transfer');
  const desks = passed.length > 0 ? passed.flatMap(({ to }) => to ?? []) : agentsInTurn(messages);
  const late = gap(told['agreed time'], told.sent ?? messages.find(({ role }) => role === 'agent')?.at);
  return {
    ...(late === undefined ? {} : { lateness: late.least }),
    ...(holds.length === 0 ? {} : { holds: holds.length }),
    ...(holds.length === 0 || lengths.includes(undefined)
      ? {}
      : { 'hold time': lengths.reduce((sum, length) => sum + (length?.least ?? 0), 0) }),
    ...(passed.length > 0 ? { transfers: passed.length } : desks.length > 1 ? { transfers: desks.length - 1 } : {}),
    ...(desks.length > 1 ? { returns: returnsIn(desks) } : {}),
    ...told,
  };
}

/** The names of agents in the order in which they take over; empty where some are not named. */
function agentsInTurn(messages: readonly Message[]): readonly string[] {
  const names: string[] = [];
  for (const { role, speaker } of messages) {
    if (role !== 'agent') continue;
    if (speaker === undefined) return [];
    if (names.at(-1) !== speaker) names.push(speaker);
  }
  return names;
}

function returnsIn(desks: readonly string[]): number {
  return desks.filter((desk, at) => desks.indexOf(desk) < at).length;
}
