import type { Role } from '../core/conversation.ts';
import type { DocumentNeed } from '../core/document-need.ts';
import type { Duration, Severity, Suppression } from '../core/finding.ts';
import type { FixSafety, Kept } from '../core/fix.ts';

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
    Record<
      'rules' | 'severity' | 'preset' | 'channels' | 'documents' | 'options' | 'needs' | 'source' | 'bad' | 'good',
      string
    >
  >;
  /** What a rule needs to know of a document; facts go by their own names. */
  readonly need: Readonly<Record<DocumentNeed, string>>;
  /** Between things of which one is enough. */
  readonly or: string;
  /** What `rules --for` says of a file. */
  readonly coverage: CoverageWording;
  /** Where some files hold nothing that can be linted. */
  skipped(files: number): string;
  readonly evaluation: EvaluationWording;
  readonly house: HouseWording;
  /** How the language writes what stands in brackets, lists, and before what a heading names. */
  readonly marks: Readonly<Record<'open' | 'close' | 'list' | 'colon', string>>;
  /** Of `--group-by`. */
  readonly grouping: {
    /** How many of each severity a group holds; at least one. */
    counts(counts: Readonly<Record<Severity, number>>): string;
    /** The heading of what no agent said by name. */
    readonly unnamed: string;
  };
  /** Where `--since` or `--until` left out findings that no day is known of. */
  undated(findings: number): string;
  readonly progress: ProgressWording;
  readonly report: ReportWording;
  readonly run: RunWording;
  readonly fixing: FixingWording;
  readonly silencing: SilencingWording;
}

/** What is said of silenced findings and of baselines. */
export interface SilencingWording {
  /** One line for a whole run; one of the counts is above 0. */
  silenced(counts: Readonly<Record<Suppression['by'], number>>): string;
  /** Entries of a baseline that nothing is found for. */
  stale(entries: number, baseline: string): string;
  /** What `replylint baseline` did. */
  written(counts: BaselineCounts, baseline: string): string;
  /** What `replylint baseline --check` found; the entries stand above. */
  checked(stale: number, baseline: string): string;
  /** Some files could not be read; what the baseline knew of them stays. */
  readonly unread: string;
}

export interface BaselineCounts {
  readonly added: number;
  readonly removed: number;
  /** All that it holds now. */
  readonly all: number;
}

/** What `--fix` and `--diff` say. */
export interface FixingWording {
  /** The last line; `safe` and `unsafe` are what could still be made. */
  made(counts: FixCounts): string;
  /** The same where nothing is written. */
  wouldMake(counts: FixCounts): string;
  /** Before the reason. */
  leftOut(fixes: number, reason: string): string;
  /** @param what one of `kept` */
  loses(what: string): string;
  readonly kept: Readonly<Record<Kept, string>>;
  readonly obstacle: Readonly<Record<'secret' | 'misread' | 'no gain', string>>;
  /** A whole file, before the reason. */
  notWritten(reason: string): string;
  /** Part of it could not be read. */
  readonly broken: string;
  readonly unwritable: Readonly<Record<'changed' | 'encoding', string>>;
  /** What documents and `explain` say of a rule. */
  readonly fix: string;
  readonly safety: Readonly<Record<FixSafety, string>>;
}

export interface FixCounts {
  readonly made: number;
  readonly safe: number;
  readonly unsafe: number;
}

/** What reports say beside findings. */
export interface ReportWording {
  /** Headings of the table of findings. */
  readonly columns: Readonly<Record<'severity' | 'place' | 'rule' | 'finding', string>>;
  /** What a fix may be taken for. */
  readonly fix: Readonly<Record<FixSafety, string>>;
  /** Where a format shows only so many. */
  more(findings: number): string;
}

/** What is said of a run beside what it found. */
export interface RunWording {
  /** How many conversations, drafts and libraries were drawn. */
  sampled(drawn: number, all: number): string;
  /** Files that were not looked at again. */
  unchanged(files: number): string;
  /** While nothing changes. */
  readonly watching: string;
  readonly stats: StatsWording;
}

/** Headings and rows of `--stats`. */
export interface StatsWording {
  readonly phase: string;
  readonly format: string;
  readonly rule: string;
  readonly files: string;
  readonly sources: string;
  readonly documents: string;
  readonly time: string;
  readonly share: string;
  readonly phases: Readonly<Record<'start' | 'reading' | 'matching' | 'rules' | 'output' | 'total', string>>;
  readonly unknownFormat: string;
  otherRules(rules: number): string;
}

/** What `replylint eval` says. */
export interface EvaluationWording {
  /** Headings of the table, and the names of its figures. */
  readonly columns: Readonly<
    Record<'rule' | 'labels' | 'sentences' | 'found' | 'recall' | 'findings' | 'right' | 'wrong' | 'precision', string>
  >;
  readonly allRules: string;
  /** Where a conversation names no language or channel. */
  readonly unknown: string;
  misses(shown: number, all: number): string;
  falseAlarms(shown: number, all: number): string;
  /** Before the message that the words stand in. */
  readonly within: string;
  /** @param rules each with the number of its findings */
  notJudged(rules: string): string;
  /** @param rules each with the number of its labels */
  notRun(rules: string): string;
  conversations(counts: { evaluated: number; withoutLabels: number; unnamed: number }): string;
  /** Drafts and libraries among the files, which labels cannot name. */
  otherDocuments(count: number): string;
  /** @param value undefined where there was nothing to measure */
  shortfall(figure: 'precision' | 'recall', rule: string | undefined, value: string | undefined, least: string): string;
  unknownConversation(id: string, labels: number): string;
  repeatedConversation(id: string): string;
  unknownMessage(message: number, id: string): string;
  notTheAgents(message: number, id: string): string;
  outsideMessage(message: number, id: string): string;
  /** @param labels that name it; 0 where a record of judged rules does */
  unknownRule(rule: string, labels: number): string;
}

export interface CoverageWording {
  /** Rules ran on all of so many conversations, drafts and entries. */
  runs(rules: number, documents: number): string;
  /** Rules are for other channels or kinds of document. */
  other(rules: number): string;
  /** The heading of those that could not run. */
  readonly lacking: string;
  /** In how many of the documents something was lacking. */
  lacks(what: string, documents: number, of: number): string;
}

export interface SummaryCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly files: number;
  readonly filesWithFindings: number;
}

/** What is said of the configuration and rules of a house: `config`, `test`, `new`. */
export interface HouseWording {
  /** The first line of `config --print`. */
  holdsFor(file: string): string;
  /** Before the paths of configurations, what is extended first. */
  readonly configurations: string;
  readonly noConfiguration: string;
  /** Where nobody set a value. */
  readonly byDefault: string;
  readonly fromEnvironment: string;
  /** Where the preset of a rule decides. */
  preset(name: string): string;
  /** What would hold if nobody had set it. */
  otherwise(value: string): string;
  /** An example of a rule, by its kind and number. */
  example(kind: 'bad' | 'good', number: number): string;
  readonly expected: string;
  readonly found: string;
  readonly unreadable: string;
  /** A bad example without ⟦…⟧. */
  readonly noMark: string;
  /** No example makes the rule fire. */
  readonly neverFires: string;
  unreached(phrases: number): string;
  tested(counts: { rules: number; examples: number; failed: number }): string;
  written(path: string): string;
  /** @param config the configuration that lacks it; undefined where there is none */
  addFolder(folder: string, config: string | undefined): string;
  tryIt(command: string): string;
  /** Comments of a new rule. */
  readonly skeleton: Readonly<Record<'phrases' | 'say' | 'examples', string>>;
}

/** What the bar of a long run says. */
export interface ProgressWording {
  readonly files: string;
  readonly conversations: string;
  readonly findings: string;
  /** @param size as in 12.3 MB */
  perSecond(size: string): string;
  left(time: string): string;
}
