/** How findings and labels agree. Labels that are not sure are in none of the numbers but `findings`. */
export interface Score {
  /** Labels that are sure. */
  readonly labels: number;
  /** Different sentences among them: a canned sentence that is labelled fifty times is one. */
  readonly sentences: number;
  /** Labels that a finding fits. */
  readonly found: number;
  /** Findings of every kind. */
  readonly findings: number;
  /** Findings that fit a label. */
  readonly right: number;
  /** Findings that fit no label; those that fit a label which is not sure are neither right nor wrong. */
  readonly wrong: number;
}

/** The part of the decided findings that is right; undefined where none is decided. */
export function precisionOf({ right, wrong }: Score): number | undefined {
  return right + wrong === 0 ? undefined : right / (right + wrong);
}

/** The part of the labels that was found; undefined where there is none. */
export function recallOf({ labels, found }: Score): number | undefined {
  return labels === 0 ? undefined : found / labels;
}

/** A score while it is counted. */
export class Tally {
  #labels = 0;
  #found = 0;
  #findings = 0;
  #right = 0;
  #wrong = 0;
  readonly #sentences = new Set<string>();

  addLabel(sentence: string, isFound: boolean): void {
    this.#labels++;
    if (isFound) this.#found++;
    this.#sentences.add(comparable(sentence));
  }

  addFinding(verdict: 'right' | 'wrong' | 'undecided'): void {
    this.#findings++;
    if (verdict === 'right') this.#right++;
    if (verdict === 'wrong') this.#wrong++;
  }

  addAll(other: Tally): void {
    this.#labels += other.#labels;
    this.#found += other.#found;
    this.#findings += other.#findings;
    this.#right += other.#right;
    this.#wrong += other.#wrong;
    for (const sentence of other.#sentences) this.#sentences.add(sentence);
  }

  get score(): Score {
    return {
      labels: this.#labels,
      sentences: this.#sentences.size,
      found: this.#found,
      findings: this.#findings,
      right: this.#right,
      wrong: this.#wrong,
    };
  }
}

/** Words as they are compared with others: spelt, cased and spaced alike. */
export function comparable(words: string): string {
  return words.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
