import { LANGUAGES } from '../languages/registry.ts';
import { isEdge, kindOf, WORD } from './characters.ts';
import { fold, foldTable } from './fold.ts';

/** Where a word may end after its stem, by the endings of all languages. */
export interface Endings {
  /** The offsets at edges of words that zero or more endings after `at` reach. */
  after(words: string, at: number): readonly number[];
  /** The offsets before `at` from which zero or more endings reach `at`, an edge of a word. */
  before(words: string, at: number): readonly number[];
}

export function createEndings(): Endings {
  const table = foldTable('none');
  const sets = LANGUAGES.flatMap(({ endings, mostEndings }) =>
    endings.map((set) => ({
      endings: new Set(set.map((ending) => fold(ending, table))),
      longest: Math.max(...set.map((ending) => ending.length)),
      most: mostEndings,
    })),
  );

  /** The offsets that up to `most` endings reach from `at` in one direction. */
  const reach = (words: string, from: number, step: 1 | -1): number[] => {
    const all = new Set([from]);
    for (const { endings, longest, most } of sets) {
      const reached = new Set([from]);
      let frontier = [from];
      for (let taken = 0; taken < most && frontier.length > 0; taken++) {
        const next: number[] = [];
        for (const at of frontier) {
          for (let length = 1; length <= longest; length++) {
            const other = at + step * length;
            if (other < 0 || other > words.length) break;
            const part = step === 1 ? words.slice(at, other) : words.slice(other, at);
            if (endings.has(fold(part, table)) && !reached.has(other)) {
              reached.add(other);
              next.push(other);
            }
          }
        }
        frontier = next;
      }
      for (const at of reached) all.add(at);
    }
    return [...all];
  };

  return {
    after: (words, at) => reach(words, at, 1).filter((end) => isEdge(words, end)),
    before(words, at) {
      if (!isEdge(words, at)) return [];
      return reach(words, at, -1).filter(
        (start) => start === at || kindOf(words.charCodeAt(start)) === WORD || words[start] === "'",
      );
    },
  };
}
