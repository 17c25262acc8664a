import type { Document } from '../core/document.ts';
import type { DetectorContext } from '../detectors/detector.ts';
import type { Matcher } from '../matching/matcher.ts';
import { createMatcher } from '../matching/matcher.ts';
import type { Plan } from '../rules/plan.ts';
import { toolsOf } from '../rules/toolbox.ts';

/** Which phrases of some sets stand in texts. */
export class PhraseReach {
  readonly #sets: readonly number[];
  readonly #plan: Plan;
  readonly #matcher: Matcher;
  /** By the name of the set. */
  readonly #reached = new Map<string, Set<string>>();

  constructor(plan: Plan, isWanted: (set: string) => boolean) {
    this.#plan = plan;
    this.#sets = [...plan.book.sets.keys()].filter((set) => isWanted(plan.book.sets[set]?.name ?? ''));
    this.#matcher = createMatcher(plan.book, toolsOf(plan).detectors).narrowedTo(this.#sets);
  }

  add(document: Document, context: DetectorContext): void {
    for (const words of wordsIn(document)) {
      const reading = this.#matcher.read(words, context);
      for (const set of this.#sets) for (const { phrase } of reading.hits(set)) this.#of(set).add(phrase.words);
    }
  }

  /** The phrases of a set that nothing reached, by the set's name. */
  missed(): ReadonlyMap<string, readonly string[]> {
    const missed = new Map<string, readonly string[]>();
    for (const set of this.#sets) {
      const { name = '', phrases = [] } = this.#plan.book.sets[set] ?? {};
      const reached = this.#of(set);
      const others = phrases.map(({ words }) => words).filter((words) => !reached.has(words));
      missed.set(name, [...(missed.get(name) ?? []), ...others]);
    }
    return missed;
  }

  #of(set: number): Set<string> {
    const name = this.#plan.book.sets[set]?.name ?? '';
    const known = this.#reached.get(name) ?? new Set<string>();
    this.#reached.set(name, known);
    return known;
  }
}

function wordsIn(document: Document): readonly string[] {
  switch (document.kind) {
    case 'conversation':
      return document.conversation.messages.map(({ text }) => text.words);
    case 'draft':
      return [document.text.words];
    case 'library':
      return document.entries.map(({ body }) => body.words);
  }
}
