import type { Finding, Severity } from '../core/finding.ts';
import type { Lines, Source } from '../core/source.ts';
import type { Wording } from '../locales/wording.ts';

/** One way to show findings. A reporter gives strings and never prints. One file per output format. */
export interface Reporter {
  /** As `--format` names it. */
  readonly name: string;
  readonly about: string;
  readonly report: Report;
  /** It shows how findings can be mended, which is worked out for it alone. */
  readonly showsFixes?: boolean | undefined;
  /** What goes beside it to the end of a file, where the environment names one. */
  readonly beside?: { readonly variable: string; readonly report: Report } | undefined;
}

export type Report = (run: AsyncIterable<SourceReport>, context: ReportContext) => AsyncIterable<string>;

/** What was found in a source, which is a whole file or a record of one. Sources of a file come one after the other. */
export interface SourceReport {
  readonly source: Source;
  readonly findings: readonly Finding[];
  /** Findings that are silenced and not counted; few formats show them. */
  readonly suppressed: readonly Finding[];
  /** The lines of the source, or of the conversation that a draft answers. */
  lines(path?: string): Lines;
}

export interface ReportContext {
  readonly wording: Wording;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** Whether long sentences are broken to fit: a terminal would break them inside words, and programs want one line. */
  readonly wraps?: boolean | undefined;
  /** The sentence of a finding in the reader's language, and what to write instead. */
  sentence(finding: Finding): { readonly message: string; readonly instead: string | undefined };
  /** What the rule of a finding asks, for formats that describe rules. */
  describe(finding: Finding): Promise<RuleDescription>;
  /** Whether `--fail-on` makes the exit code 1 for it. */
  fails(severity: Severity): boolean;
  /** Of the program. */
  readonly version: string;
  /** What findings go under headings by; formats for programs take no notice, since each of their findings tells it. */
  readonly groupBy?: 'file' | 'agent' | 'rule' | undefined;
  /** Files without anything that can be linted; complete when the run is at its end. */
  skippedFiles(): number;
  /** What else the last lines say, such as how much is silenced; complete when the run is at its end. */
  notes(): readonly string[];
}

/** A rule in the reader's language. */
export interface RuleDescription {
  /** What it says, without the words of a finding. */
  readonly summary: string;
  readonly why: string | undefined;
  readonly instead: string | undefined;
  /** Its own, before the configuration. */
  readonly severity: Severity;
}

/** Colours, handed in: reporters know none. */
export type Paint = Readonly<Record<Severity | 'strong' | 'quiet', (words: string) => string>>;

export const PLAIN: Paint = { error: same, warning: same, info: same, strong: same, quiet: same };

function same(words: string): string {
  return words;
}
