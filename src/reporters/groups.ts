import type { Finding } from '../core/finding.ts';
import type { ReportContext } from './reporter.ts';
import { visible } from './visible.ts';

/**
 * Findings under headings with their numbers. Files come one after the other, so that one is held at a time; agents and
 * rules are met everywhere, so that the texts of all findings are held to the end.
 */
export class Groups {
  readonly #by: NonNullable<ReportContext['groupBy']>;
  readonly #context: ReportContext;
  readonly #groups = new Map<string, Group>();

  constructor(by: NonNullable<ReportContext['groupBy']>, context: ReportContext) {
    this.#by = by;
    this.#context = context;
  }

  /** Takes a finding, and gives what can be shown by now. */
  *add(finding: Finding, text: string): Generator<string> {
    const name = this.#nameOf(finding);
    if (this.#by === 'file' && !this.#groups.has(name)) yield* this.end();
    let group = this.#groups.get(name);
    if (group === undefined) {
      group = { name, counts: { error: 0, warning: 0, info: 0 }, texts: [] };
      this.#groups.set(name, group);
    }
    group.counts[finding.severity]++;
    group.texts.push(text);
  }

  /** What is left: the group with the most errors first, then with the most findings. */
  *end(): Generator<string> {
    const { paint, wording } = this.#context;
    const groups = [...this.#groups.values()].sort(
      (a, b) => b.counts.error - a.counts.error || b.texts.length - a.texts.length || (a.name < b.name ? -1 : 1),
    );
    this.#groups.clear();
    for (const { name, counts, texts } of groups) {
      yield `${paint.strong(`${visible(name)}${wording.marks.colon}${wording.grouping.counts(counts)}`)}\n\n`;
      yield* texts;
    }
  }

  #nameOf({ rule, path, role, speaker }: Finding): string {
    if (this.#by === 'rule') return rule;
    if (this.#by === 'file') return path;
    return (role === 'agent' ? speaker : undefined) ?? this.#context.wording.grouping.unnamed;
  }
}

interface Group {
  readonly name: string;
  readonly counts: { error: number; warning: number; info: number };
  readonly texts: string[];
}
