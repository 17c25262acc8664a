import { resolve } from 'node:path';
import type { Ignore } from '../config/ignores.ts';
import { ignoringRule } from '../config/ignores.ts';
import type { Directive } from '../core/directive.ts';
import type { Document } from '../core/document.ts';
import type { Finding, Suppression } from '../core/finding.ts';
import { compareFindings } from '../core/finding.ts';
import type { Source } from '../core/source.ts';
import { linesOf, wholeFile } from '../core/source.ts';
import type { DirectiveRules } from '../engine/directive-rules.ts';
import { directiveRules } from '../engine/directive-rules.ts';
import type { Silenced } from '../engine/directives.ts';
import { followDirectives } from '../engine/directives.ts';
import type { Fingerprints } from '../engine/fingerprint.ts';
import type { FoundConfig } from '../node/config-finder.ts';
import { filesOf, ignoresFor } from '../node/ignored-files.ts';
import type { BaselineOptions, OpenBaseline } from './baselines.ts';
import { Baselines } from './baselines.ts';
import type { Setup } from './setup.ts';
import type { Input } from './workspace.ts';

/** What a file holds beside its findings. */
export interface SilencedDocuments {
  readonly documents: readonly Document[];
  readonly directives?: readonly Directive[] | undefined;
  /** What of the file could not be read. */
  readonly problems: readonly unknown[];
}

/** Silences findings of one file. */
export type FileSilence = (findings: readonly Finding[], read: SilencedDocuments) => Silenced;

/** What silences findings in a run: directives in the files, then `ignores` of the configuration, then the baseline. */
export class Silence {
  readonly #cwd: string;
  readonly #followsDirectives: boolean;
  /** A sample tells nothing of what it leaves out. */
  readonly #isPartial: boolean;
  readonly #rules = new WeakMap<Setup, DirectiveRules>();
  readonly #ignores = new Map<Ignore, UsedIgnore>();
  readonly #linted = new Set<string>();
  readonly #baselines: Baselines;
  readonly #baselineOf = new Map<string, OpenBaseline>();
  readonly #fingerprints: Fingerprints;
  readonly #counts: Record<Suppression['by'], number> = { directive: 0, ignore: 0, baseline: 0 };

  constructor(cwd: string, options: SilenceOptions, fingerprints: Fingerprints) {
    this.#cwd = cwd;
    this.#followsDirectives = options.inlineConfig !== false;
    this.#isPartial = options.sample !== undefined;
    this.#fingerprints = fingerprints;
    this.#baselines = new Baselines(cwd, options, fingerprints);
  }

  /** For a file that is about to be linted. */
  async forFile({ path, found }: Pick<Input, 'path' | 'found'>, setup: Setup): Promise<FileSilence> {
    const file = resolve(this.#cwd, path);
    this.#linted.add(file);
    const ignores = await ignoresFor(found, file);
    for (const ignore of ignores)
      if (!this.#ignores.has(ignore)) this.#ignores.set(ignore, { found, setup, used: new Set() });
    const followsDirectives = this.#followsDirectives && found.config.file.inlineConfig !== false;
    const rules = this.#rulesOf(setup);
    const fingerprint = this.#fingerprints.numbering();
    const baseline = this.#baselines.for(found);
    baseline?.lint(file, this.#isPartial ? () => false : rules.ran);
    if (baseline !== undefined) this.#baselineOf.set(file, baseline);
    return (findings, { documents, directives = [], problems }) => {
      // What could not be read may hold what the baseline knows.
      if (problems.length > 0) baseline?.lint(file, () => false);
      const about = { path, rules, fingerprint };
      let silenced = followDirectives(findings, followsDirectives ? directives : [], documents, about);
      silenced = this.#ignored(silenced, ignores);
      if (baseline !== undefined) silenced = known(silenced, (finding) => baseline.has(finding, file));
      for (const { suppression } of silenced.suppressed) this.#counts[(suppression as Suppression).by]++;
      return silenced;
    };
  }

  get counts(): Readonly<Record<Suppression['by'], number>> {
    return this.#counts;
  }

  /** Adds a finding to the baseline of its file. */
  remember(finding: Finding): void {
    const file = resolve(this.#cwd, finding.path);
    this.#baselineOf.get(file)?.add(finding, file);
  }

  get baselines(): readonly OpenBaseline[] {
    return this.#baselines.all;
  }

  /** Entries of `ignores` that silenced nothing, though all that they are for was linted. */
  async unused(): Promise<readonly UnusedIgnores[]> {
    if (this.#isPartial) return [];
    const reports = new Map<FoundConfig, { source: Source; setup: Setup; findings: Finding[] }>();
    for (const [ignore, { found, setup, used }] of this.#ignores) {
      const { severity, ran } = this.#rulesOf(setup);
      const unused = ignore.rules.filter((pattern) => !used.has(pattern) && ran(pattern));
      const level = severity('ignore/unused');
      if (unused.length === 0 || level === undefined) continue;
      const files = await filesOf(ignore, found.folder);
      if (!files.every((file) => this.#linted.has(file))) continue;
      const { source, span } = placeOf(ignore, found);
      const report = reports.get(found) ?? { source, setup, findings: [] };
      reports.set(found, report);
      const words = unused.join(', ');
      const fingerprint = this.#fingerprints.numbering()(['ignore/unused', source.path, words, ignore.reason]);
      report.findings.push({
        rule: 'ignore/unused',
        severity: level,
        path: source.path,
        spans: [span],
        exact: true,
        words,
        data: { words },
        related: [],
        fingerprint,
      });
    }
    return [...reports.values()].map((report) => ({ ...report, findings: report.findings.sort(compareFindings) }));
  }

  #rulesOf(setup: Setup): DirectiveRules {
    let rules = this.#rules.get(setup);
    if (rules === undefined) {
      rules = directiveRules(setup.plan, setup.settings);
      this.#rules.set(setup, rules);
    }
    return rules;
  }

  #ignored({ findings, suppressed }: Silenced, ignores: readonly Ignore[]): Silenced {
    if (ignores.length === 0) return { findings, suppressed };
    const left: Finding[] = [];
    const silenced: Finding[] = [];
    for (const finding of findings) {
      const ignore = ignores.find((one) => ignoringRule(one, finding) !== undefined);
      if (ignore === undefined) {
        left.push(finding);
        continue;
      }
      this.#ignores.get(ignore)?.used.add(ignoringRule(ignore, finding) as string);
      silenced.push({ ...finding, suppression: { by: 'ignore', reason: ignore.reason } });
    }
    return { findings: left, suppressed: [...suppressed, ...silenced].sort(compareFindings) };
  }
}

/** Takes out what a baseline knows. */
function known({ findings, suppressed }: Silenced, isKnown: (finding: Finding) => boolean): Silenced {
  const silenced = new Set(findings.filter((finding) => !isByReader(finding) && isKnown(finding)));
  if (silenced.size === 0) return { findings, suppressed };
  const marked = [...silenced].map((finding): Finding => ({ ...finding, suppression: { by: 'baseline' } }));
  return {
    findings: findings.filter((finding) => !silenced.has(finding)),
    suppressed: [...suppressed, ...marked].sort(compareFindings),
  };
}

/** What readers report of files, directives and ignores is never known: it must be mended. */
export function isByReader({ rule }: Finding): boolean {
  return /^(?:input|directive|ignore)\//.test(rule);
}

/** What the flags say. */
export interface SilenceOptions extends BaselineOptions {
  /** False with `--no-inline-config`; undefined leaves it to the configurations. */
  readonly inlineConfig?: boolean | undefined;
  /** The percentage of records that is linted. */
  readonly sample?: number | undefined;
}

/** What is said of one configuration. */
export interface UnusedIgnores {
  readonly source: Source;
  readonly setup: Setup;
  readonly findings: readonly Finding[];
}

interface UsedIgnore {
  readonly found: FoundConfig;
  readonly setup: Setup;
  readonly used: Set<string>;
}

function placeOf(ignore: Ignore, { config: { parts } }: FoundConfig) {
  const indexes = parts.map(({ file }) => ('ignores' in file ? (file.ignores ?? []).indexOf(ignore) : -1));
  const part = indexes.findIndex((index) => index >= 0);
  const place = parts[part]?.document.place(['ignores', indexes[part] as number]);
  const source = wholeFile(place?.path ?? '', place?.text ?? '');
  const line = linesOf(source).line(place?.line ?? 1);
  const start = (line?.start ?? 0) + (place?.column ?? 1) - 1;
  return { source, span: { start, end: Math.max(start, (line?.start ?? 0) + (line?.words.length ?? 0)) } };
}
