import type { Role } from '../core/conversation.ts';
import type { Duration, Severity } from '../core/finding.ts';

/** Everything that the program says to its reader, in one language; rules bring their own sentences. One file per language. */
export interface Wording {
  /** BCP 47 tag that `--locale` takes. */
  readonly locale: string;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly role: Readonly<Record<Role, string>>;
  duration(duration: Duration): string;
  /** @param number 1-based */
  message(number: number): string;
  entry(name: string): string;
  readonly conversation: string;
  readonly draft: string;
  /** Before the words to write in place of those at fault. */
  readonly instead: string;
  /** Before the place that made a rule speak. */
  readonly because: string;
  /** Before the place that the words are compared with. */
  readonly counterpart: string;
  /** The last line of a run. */
  summary(counts: SummaryCounts): string;
  /** Headings of `replylint explain`. */
  readonly explanation: Readonly<
    Record<'rules' | 'severity' | 'preset' | 'channels' | 'documents' | 'options' | 'source' | 'bad' | 'good', string>
  >;
  /** Where some files hold nothing that can be linted. */
  skipped(files: number): string;
}

export interface SummaryCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly files: number;
  readonly filesWithFindings: number;
}
