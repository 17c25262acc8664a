import { LANGUAGES } from '../languages/registry.ts';
import { isEdge, kindOf, WORD } from './characters.ts';
import { foldingFor } from './fold.ts';

/** Where a word may end after its stem, by the endings of all languages. */
export interface Endings {
  /** The offsets at edges of words that zero or more endings after `at` reach. */
  after(words: string, at: number): readonly number[];
  /** The offsets before `at` from which zero or more endings reach `at`, an edge of a word. */
  before(words: string, at: number): readonly number[];
}

export function createEndings(): Endings {
  const folding = foldingFor('none');
  const sets = LANGUAGES.flatMap(({ endings, mostEndings }) =>
    endings.map((set) => ({
      endings: new Set(set.map((ending) => folding.words(ending))),
      longest: Math.max(...set.map((ending) => ending.length)),
      most: mostEndings,
    })),
  );

  /** The offsets that one ending of the set leads to from `at`. */
  const oneFurther = (words: string, at: number, step: 1 | -1, { endings, longest }: EndingSet): number[] => {
    const offsets: number[] = [];
    for (let length = 1; length <= longest; length++) {
      const other = at + step * length;
      if (other < 0 || other > words.length) break;
      if (endings.has(folding.words(words.slice(Math.min(at, other), Math.max(at, other))))) offsets.push(other);
    }
    return offsets;
  };

  /** The offsets that up to `most` endings of one set reach from `from`. */
  const reachWith = (words: string, from: number, step: 1 | -1, set: EndingSet): ReadonlySet<number> => {
    const reached = new Set([from]);
    let frontier = [from];
    for (let taken = 0; taken < set.most && frontier.length > 0; taken++) {
      frontier = frontier.flatMap((at) => oneFurther(words, at, step, set)).filter((at) => !reached.has(at));
      for (const at of frontier) reached.add(at);
    }
    return reached;
  };

  const reach = (words: string, from: number, step: 1 | -1): number[] => [
    ...new Set(sets.flatMap((set) => [...reachWith(words, from, step, set)])),
  ];

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

interface EndingSet {
  readonly endings: ReadonlySet<string>;
  readonly longest: number;
  readonly most: number;
}
