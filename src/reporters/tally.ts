import type { SummaryCounts } from '../locales/wording.ts';
import type { ReportContext, SourceReport } from './reporter.ts';

/** Counts what the last line of a report says. */
export class Tally {
  readonly #counts = { error: 0, warning: 0, info: 0, files: 0, filesWithFindings: 0 };
  #suppressed = 0;
  #path: string | undefined;
  #lastWithFindings: string | undefined;

  add({ source, findings, suppressed }: SourceReport): void {
    if (source.path !== this.#path) this.#counts.files++;
    this.#path = source.path;
    this.#suppressed += suppressed.length;
    if (findings.length === 0) return;
    for (const { severity } of findings) this.#counts[severity]++;
    if (source.path !== this.#lastWithFindings) this.#counts.filesWithFindings++;
    this.#lastWithFindings = source.path;
  }

  get counts(): SummaryCounts {
    return this.#counts;
  }

  get suppressed(): number {
    return this.#suppressed;
  }

  /** In words, a line for each. */
  lines({ wording, skippedFiles, notes }: ReportContext): readonly string[] {
    const skipped = skippedFiles();
    return [wording.summary(this.#counts), ...(skipped === 0 ? [] : [wording.skipped(skipped)]), ...notes()];
  }
}
