import type { Severity } from '../core/finding.ts';
import { SEVERITIES } from '../core/finding.ts';
import { comparable } from './score.ts';

/** A label that was not found, or a finding that fits no label; the first of those with the same words. */
export interface Example {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  /** Both 1-based. */
  readonly line: number;
  readonly column: number;
  readonly conversation: string;
  readonly message: number;
  readonly words: string;
  /** All that the message says, as far as it is shown. */
  readonly said: string;
  /** How often these words stand there. */
  readonly count: number;
}

/** Examples with the same words told once. */
export class Examples {
  readonly #byWords = new Map<string, Example & { count: number }>();
  #count = 0;

  /** @param make is asked only where the words are new */
  add(rule: string, words: string, make: () => Omit<Example, 'rule' | 'words' | 'count'>): void {
    this.#count++;
    const shown = cut(words);
    const key = `${rule}\n${comparable(shown)}`;
    const known = this.#byWords.get(key);
    if (known === undefined) {
      const made = make();
      this.#byWords.set(key, { rule, words: shown, ...made, said: cut(made.said), count: 1 });
    } else known.count++;
  }

  /** All of them, those with the same words too. */
  get count(): number {
    return this.#count;
  }

  /** The worst ones: the first of every rule before the second of any; errors first, then what is most frequent. */
  worst(most: number): readonly Example[] {
    const byRule = new Map<string, Example[]>();
    for (const example of this.#byWords.values()) {
      const list = byRule.get(example.rule) ?? [];
      byRule.set(example.rule, list);
      list.push(example);
    }
    // Sorting is stable, so examples of one rank stay in the order of their places.
    const ranked = [...byRule.values()].flatMap((list) =>
      list.sort((a, b) => b.count - a.count).map((example, rank) => ({ example, rank })),
    );
    return ranked
      .sort(
        (a, b) =>
          a.rank - b.rank ||
          SEVERITIES.indexOf(a.example.severity) - SEVERITIES.indexOf(b.example.severity) ||
          b.example.count - a.example.count,
      )
      .slice(0, most)
      .map(({ example }) => example);
  }
}

/** A message may be a book; nobody reads more of an example than this. */
const LONGEST = 300;

function cut(words: string): string {
  if (words.length <= LONGEST) return words;
  // Not inside a surrogate pair.
  const end = /[\ud800-\udbff]$/.test(words.slice(0, LONGEST)) ? LONGEST - 1 : LONGEST;
  return `${words.slice(0, end)}…`;
}
