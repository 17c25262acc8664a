import { resolve } from 'node:path';
import type { Ignore } from '../config/ignores.ts';
import { ignoringRule } from '../config/ignores.ts';
import type { Directive } from '../core/directive.ts';
import type { Document } from '../core/document.ts';
import type { Finding } from '../core/finding.ts';
import { compareFindings } from '../core/finding.ts';
import type { Source } from '../core/source.ts';
import { linesOf, wholeFile } from '../core/source.ts';
import type { DirectiveRules } from '../engine/directive-rules.ts';
import { directiveRules } from '../engine/directive-rules.ts';
import type { Silenced } from '../engine/directives.ts';
import { followDirectives } from '../engine/directives.ts';
import type { FoundConfig } from '../node/config-finder.ts';
import { filesOf, ignoresFor } from '../node/ignored-files.ts';
import type { Setup } from './setup.ts';
import type { Input } from './workspace.ts';

/** What a file holds beside its findings. */
export interface SilencedDocuments {
  readonly documents: readonly Document[];
  readonly directives?: readonly Directive[] | undefined;
}

/** Silences findings of one file. */
export type FileSilence = (findings: readonly Finding[], read: SilencedDocuments) => Silenced;

/** What silences findings in a run: directives in the files, then `ignores` of the configuration. */
export class Silence {
  readonly #cwd: string;
  readonly #followsDirectives: boolean;
  readonly #rules = new WeakMap<Setup, DirectiveRules>();
  readonly #ignores = new Map<Ignore, UsedIgnore>();
  readonly #linted = new Set<string>();

  /** @param inlineConfig undefined leaves it to the configurations */
  constructor(cwd: string, { inlineConfig }: { readonly inlineConfig?: boolean | undefined }) {
    this.#cwd = cwd;
    this.#followsDirectives = inlineConfig !== false;
  }

  /** For a file that is about to be linted. */
  async forFile({ path, found }: Pick<Input, 'path' | 'found'>, setup: Setup): Promise<FileSilence> {
    const file = resolve(this.#cwd, path);
    this.#linted.add(file);
    const ignores = await ignoresFor(found, file);
    for (const ignore of ignores)
      if (!this.#ignores.has(ignore)) this.#ignores.set(ignore, { found, setup, used: new Set() });
    const followsDirectives = this.#followsDirectives && found.config.file.inlineConfig !== false;
    return (findings, { documents, directives = [] }) => {
      const rules = this.#rulesOf(setup);
      const left = followDirectives(findings, followsDirectives ? directives : [], documents, { path, rules });
      return this.#ignored(left, ignores);
    };
  }

  /** Entries of `ignores` that silenced nothing, though all that they are for was linted. */
  async unused(): Promise<readonly UnusedIgnores[]> {
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
      report.findings.push({
        rule: 'ignore/unused',
        severity: level,
        path: source.path,
        spans: [span],
        exact: true,
        words,
        data: { words },
        related: [],
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

function placeOf(ignore: Ignore, { config: { file, document } }: FoundConfig) {
  const place = document?.place(['ignores', (file.ignores ?? []).indexOf(ignore)]);
  const source = wholeFile(place?.path ?? '', place?.text ?? '');
  const line = linesOf(source).line(place?.line ?? 1);
  const start = (line?.start ?? 0) + (place?.column ?? 1) - 1;
  return { source, span: { start, end: Math.max(start, (line?.start ?? 0) + (line?.words.length ?? 0)) } };
}
