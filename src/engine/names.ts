import type { ReadMessage } from '../checks/check.ts';
import type { Conversation } from '../core/conversation.ts';
import { isPersonName } from '../detectors/customer-name.ts';
import type { DetectorContext, NameList } from '../detectors/detector.ts';
import type { Plan } from '../rules/plan.ts';

/** Names, and from which message on they are known. */
export interface KnownNames {
  readonly names: DetectorContext;
  since(list: NameList): number;
}

/**
 * @param told reads the names that customers give of themselves; undefined where no rule asks for them, so that
 * conversations without other names share one context
 */
export function namesOf(
  conversation: Conversation,
  configured: DetectorContext,
  told: (() => readonly ToldName[]) | undefined,
): KnownNames {
  const names = new ThreadNames(conversation, configured, told ?? (() => []));
  const isShared = told === undefined && names.agents === configured.agents;
  return { names: isShared ? configured : names, since: (list) => names.since(list) };
}

/** The names that a thread tells, beside those of the configuration. */
class ThreadNames implements DetectorContext {
  readonly agents: readonly string[];
  readonly companies: readonly string[];
  readonly masks: readonly string[];
  /** Customers who are known before anybody speaks. */
  readonly #known: readonly string[];
  readonly #told: () => readonly ToldName[];
  #toldNames: readonly ToldName[] | undefined;
  #customers: readonly string[] | undefined;

  /** @param told reads the names that customers give of themselves, when they are first asked for */
  constructor(conversation: Conversation, configured: DetectorContext, told: () => readonly ToldName[]) {
    const speakers = speakersOf(conversation);
    this.agents = speakers.agents.length === 0 ? configured.agents : [...configured.agents, ...speakers.agents];
    this.companies = configured.companies;
    this.masks = configured.masks;
    this.#known = [...(configured.customers ?? []), ...speakers.customers];
    this.#told = told;
  }

  get customers(): readonly string[] {
    if (this.#customers === undefined) {
      // A phrase that asks for the customer's name while names are looked for finds those that are known without.
      this.#customers = this.#known;
      this.#customers = [...this.#known, ...this.#names().map(({ name }) => name)];
    }
    return this.#customers;
  }

  /** The index of the first message that can hold one of the names: infinite where nobody tells any. */
  since(list: NameList): number {
    if (list !== 'customers') return this[list].length > 0 ? 0 : Number.POSITIVE_INFINITY;
    if (this.#known.length > 0) return 0;
    return Math.min(Number.POSITIVE_INFINITY, ...this.#names().map(({ index }) => index + 1));
  }

  #names(): readonly ToldName[] {
    if (this.#toldNames === undefined) {
      this.#toldNames = [];
      this.#toldNames = this.#told();
    }
    return this.#toldNames;
  }
}

/** A name that a customer gave, and in which message. */
export interface ToldName {
  readonly name: string;
  readonly index: number;
}

/** The concept of the lexicon that tells how customers give their names; a name stands at the end of its phrases. */
const INTRODUCTION = '@customer-introduction';

/** The number of its set, or -1. */
export function introductionIn({ book }: Plan): number {
  return book.sets.findIndex(({ name }) => name === INTRODUCTION);
}

export function namesTold(messages: readonly ReadMessage[], introduction: number): readonly ToldName[] {
  const told: ToldName[] = [];
  for (const { message, words, reading } of messages) {
    if (message.role !== 'customer') continue;
    for (const hit of reading.hits(introduction)) {
      for (const range of [...reading.detected('name'), ...reading.detected('surname')]) {
        const name = words.slice(range.start, range.end);
        // In capitals nothing shows where the name begins.
        if (range.start > hit.start && range.end === hit.end && /\p{Ll}|\p{Script=Han}/u.test(name))
          told.push({ name, index: message.index });
      }
    }
  }
  return told;
}

function speakersOf({ messages }: Conversation): {
  readonly agents: readonly string[];
  readonly customers: readonly string[];
} {
  const agents = new Set<string>();
  const customers = new Set<string>();
  for (const { role, speaker } of messages) {
    if (speaker === undefined) continue;
    if (role === 'agent') agents.add(speaker);
    else if (role === 'customer' && isPersonName(speaker)) customers.add(speaker);
  }
  return { agents: [...agents], customers: [...customers] };
}
