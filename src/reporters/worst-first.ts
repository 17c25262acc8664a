import type { Severity } from '../core/finding.ts';
import { SEVERITIES } from '../core/finding.ts';

/** Lines to be shown worst first, so many of each severity; the others are counted. */
export class WorstFirst {
  readonly #most: number;
  readonly #lines: Readonly<Record<Severity, string[]>> = { error: [], warning: [], info: [] };
  #left = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** @param line is only made where it is kept */
  add(severity: Severity, line: () => string): void {
    const lines = this.#lines[severity];
    if (lines.length < this.#most) lines.push(line());
    else this.#left++;
  }

  *lines(): Generator<string> {
    for (const severity of SEVERITIES) yield* this.#lines[severity];
  }

  /** How many were too many. */
  get left(): number {
    return this.#left;
  }
}
