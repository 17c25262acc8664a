import type { RuleTimer } from '../engine/linter.ts';
import type { ReadDocument } from '../formats/read-document.ts';
import type { RunWording, StatsWording } from '../locales/wording.ts';
import type { SourceOrProblem } from '../node/sources.ts';
import { isProblem } from '../node/sources.ts';
import { alignedColumns } from '../reporters/columns.ts';
import type { SourceReader } from './workspace.ts';

/** How long a run takes, by its parts, by format and by rule. Made only where somebody asks for it. */
export class RunStats {
  readonly #start = performance.now();
  readonly #rules = new Map<string, number>();
  readonly #formats = new Map<string | undefined, FormatStats>();
  /** What is being linted; libraries are linted after their last source. */
  #format: FormatStats | undefined;
  #path: string | undefined;
  #waited = 0;
  #linting = 0;
  #ruling = 0;

  readonly timer: RuleTimer = (rule, work) => {
    const start = performance.now();
    const result = work();
    const time = performance.now() - start;
    this.#rules.set(rule, (this.#rules.get(rule) ?? 0) + time);
    this.#ruling += time;
    return result;
  };

  /** The sources of a file, with the time until each comes. */
  async *sources(sources: AsyncIterable<SourceOrProblem>): AsyncGenerator<SourceOrProblem> {
    let start = performance.now();
    for await (const source of sources) {
      this.#waited += performance.now() - start;
      if (isProblem(source)) this.#add(undefined, source.path, 0, 0);
      yield source;
      start = performance.now();
    }
    this.#waited += performance.now() - start;
  }

  reader(reader: SourceReader): SourceReader {
    return async (source) => {
      const start = performance.now();
      const result: ReadDocument = await reader(source);
      this.#waited += performance.now() - start;
      this.#add(result.format, source.path, Buffer.byteLength(source.text), result.documents.length);
      return result;
    };
  }

  lint<Result>(work: () => Result): Result {
    const start = performance.now();
    const result = work();
    const time = performance.now() - start;
    this.#linting += time;
    if (this.#format !== undefined) this.#format.time += time;
    return result;
  }

  /** Tables for a terminal, ended by a line break. */
  text({ stats: wording }: RunWording): string {
    const total = performance.now();
    const reading = [...this.#formats.values()].reduce((sum, { reading: time }) => sum + time, this.#waited);
    const parts = [
      ['start', this.#start],
      ['reading', reading],
      ['matching', this.#linting - this.#ruling],
      ['rules', this.#ruling],
      ['output', total - this.#start - reading - this.#linting],
      ['total', total],
    ] as const;
    const phases = parts.map(([part, time]) => [wording.phases[part], seconds(time), percent(time / total)]);
    const tables = [
      [[wording.phase, wording.time, wording.share], ...phases],
      this.#formatRows(wording),
      this.#ruleRows(wording),
    ];
    return tables.map((rows) => `${alignedColumns(rows).join('\n')}\n`).join('\n');
  }

  #add(name: string | undefined, path: string, bytes: number, documents: number): void {
    let format = this.#formats.get(name);
    if (format === undefined) {
      format = { files: 0, sources: 0, documents: 0, bytes: 0, reading: 0, time: 0 };
      this.#formats.set(name, format);
    }
    // Files of several formats count in each.
    if (this.#format !== format || this.#path !== path) format.files++;
    this.#format = format;
    this.#path = path;
    format.sources++;
    format.documents += documents;
    format.bytes += bytes;
    format.reading += this.#waited;
    this.#waited = 0;
  }

  #formatRows(wording: StatsWording): readonly (readonly string[])[] {
    const { format, files, sources, documents, time, unknownFormat } = wording;
    const rows = [...this.#formats]
      .map(([name, one]) => ({ name: name ?? unknownFormat, ...one, all: one.time + one.reading }))
      .sort((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1))
      .map((one) => [
        one.name,
        ...[one.files, one.sources, one.documents].map(String),
        megabytes(one.bytes),
        seconds(one.all),
        one.all === 0 ? '–' : megabytes((one.bytes * 1000) / one.all),
      ]);
    return [[format, files, sources, documents, 'MB', time, 'MB/s'], ...rows];
  }

  #ruleRows({ rule, time, share, otherRules }: StatsWording): readonly (readonly string[])[] {
    const sorted = [...this.#rules].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
    const rest = sorted.slice(MOST_RULES);
    const rows = sorted.slice(0, MOST_RULES);
    if (rest.length > 0) rows.push([otherRules(rest.length), rest.reduce((sum, [, one]) => sum + one, 0)]);
    return [[rule, time, share], ...rows.map(([id, one]) => [id, seconds(one), percent(one / this.#ruling)])];
  }
}

interface FormatStats {
  files: number;
  sources: number;
  documents: number;
  bytes: number;
  /** Milliseconds until its sources were read and understood. */
  reading: number;
  /** Milliseconds in which they were linted. */
  time: number;
}

const MOST_RULES = 20;

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3)} s`;
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(2);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
