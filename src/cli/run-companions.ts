import type { RuleTimer } from '../engine/linter.ts';
import type { ReadDocument } from '../formats/read-document.ts';
import type { RunWording } from '../locales/wording.ts';
import type { CannedReplies, CannedReply } from '../matching/canned-replies.ts';
import type { CleanFile } from '../node/clean-files.ts';
import type { Sampler } from '../node/sampler.ts';
import type { SourceOrProblem } from '../node/sources.ts';
import type { CacheOptions, CleanCache, Visit } from './clean-cache.ts';
import type { Io } from './io.ts';
import type { Setup } from './setup.ts';
import type { RunStats } from './stats.ts';
import type { Input, SourceReader } from './workspace.ts';

export interface CompanionOptions extends CacheOptions {
  /** The share of conversations, drafts and libraries to lint, from 0 to 1. */
  readonly sample?: number | undefined;
  readonly seed?: string | undefined;
  readonly stats?: boolean | undefined;
}

/** What accompanies a run where it is asked for: a sample, a cache, a stopwatch. Each is loaded only then. */
export async function companionsOf(
  options: CompanionOptions & { readonly context?: string | undefined; readonly fix?: string | undefined },
  io: Io,
): Promise<RunCompanions> {
  const { sample, seed = '', stats, cache, context, fix } = options;
  return new RunCompanions(
    sample === undefined ? undefined : new (await import('../node/sampler.ts')).Sampler(sample, seed),
    // What a draft owes depends on a conversation that changes all the time; files that are mended have just changed.
    cache && context === undefined && fix === undefined
      ? new (await import('./clean-cache.ts')).CleanCache(options, io)
      : undefined,
    stats ? new (await import('./stats.ts')).RunStats() : undefined,
    sample === undefined ? undefined : `${sample} ${seed}`,
  );
}

export class RunCompanions {
  readonly timer: RuleTimer | undefined;
  readonly #sampler: Sampler | undefined;
  readonly #cache: CleanCache | undefined;
  readonly #stats: RunStats | undefined;
  readonly #sample: string | undefined;
  readonly #hashes = new WeakMap<CannedReplies, string>();

  /** @param sample names the sample */
  constructor(
    sampler: Sampler | undefined,
    cache: CleanCache | undefined,
    stats: RunStats | undefined,
    sample: string | undefined,
  ) {
    this.#sampler = sampler;
    this.#cache = cache;
    this.#stats = stats;
    this.#sample = sample;
    this.timer = stats?.timer;
  }

  async visit(
    input: Input,
    setup: Setup,
    { today, canned }: { readonly today: string; readonly canned: CannedReplies | undefined },
  ): Promise<FileVisit> {
    const visit = await this.#cache?.visit(input, setup, {
      today,
      canned: canned === undefined ? undefined : this.#hashes.get(canned),
      sample: this.#sample,
    });
    return new FileVisit(visit, this.#sampler, this.#stats);
  }

  /** Lints a document, or a library. */
  lint<Result>(work: () => Result): Result {
    return this.#stats === undefined ? work() : this.#stats.lint(work);
  }

  /** Remembers what canned replies were made of. */
  async canned(replies: CannedReplies, entries: readonly CannedReply[]): Promise<CannedReplies> {
    if (this.#cache !== undefined) {
      const { hashOf } = await import('../node/clean-files.ts');
      this.#hashes.set(replies, hashOf(JSON.stringify(entries)));
    }
    return replies;
  }

  /** After all was reported: keeps what was learnt, and tells it on the error stream. */
  end(wording: RunWording, { err }: Io): void {
    this.#cache?.save();
    if (this.#sampler !== undefined) err(`${wording.sampled(this.#sampler.drawn, this.#sampler.all)}\n`);
    if (this.#stats === undefined) return;
    if (this.#cache !== undefined) err(`${wording.unchanged(this.#cache.passed)}\n`);
    err(this.#stats.text(wording));
  }
}

export const NO_COMPANIONS = new RunCompanions(undefined, undefined, undefined, undefined);

/** One file of a run as its companions see it. */
export class FileVisit {
  /** What an earlier run made of the file, in which it found nothing; undefined where it must be linted. */
  readonly known: CleanFile | undefined;
  readonly #cached: Visit | undefined;
  readonly #sampler: Sampler | undefined;
  readonly #stats: RunStats | undefined;

  constructor(cached: Visit | undefined, sampler: Sampler | undefined, stats: RunStats | undefined) {
    this.known = cached?.known;
    this.#cached = cached;
    this.#sampler = sampler;
    this.#stats = stats;
  }

  sources(sources: AsyncIterable<SourceOrProblem>): AsyncIterable<SourceOrProblem> {
    return this.#stats === undefined ? sources : this.#stats.sources(sources);
  }

  reader(reader: SourceReader): SourceReader {
    const sampled = this.#sampler === undefined ? reader : sampledReader(reader, this.#sampler);
    const cached = this.#cached === undefined ? sampled : this.#cached.reader(sampled);
    return this.#stats === undefined ? cached : this.#stats.reader(cached);
  }

  /** A source was linted. @param findings all of them, shown or not */
  source(findings: number): void {
    this.#cached?.source(findings);
  }

  async end(isSkipped: boolean): Promise<void> {
    await this.#cached?.end(isSkipped);
  }
}

function sampledReader(reader: SourceReader, sampler: Sampler): SourceReader {
  return (source) => {
    const drawn = (result: ReadDocument): ReadDocument => ({
      ...result,
      documents: result.documents.filter((document) => sampler.isDrawn(document, source.path)),
    });
    const result = reader(source);
    return result instanceof Promise ? result.then(drawn) : drawn(result);
  };
}
