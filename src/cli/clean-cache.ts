import { resolve } from 'node:path';
import { DOCUMENT_KINDS } from '../core/document.ts';
import type { ReadDocument } from '../formats/read-document.ts';
import type { CleanFile, Fingerprint } from '../node/clean-files.ts';
import { CleanFiles, hashOf } from '../node/clean-files.ts';
import { buildOf } from '../node/rule-store.ts';
import { freezePlan } from '../rules/frozen-plan.ts';
import { activeRules } from '../rules/rule-settings.ts';
import { SHIPPED_TOOLS } from '../rules/toolbox.ts';
import { VERSION } from '../version.ts';
import type { Io } from './io.ts';
import type { Setup } from './setup.ts';
import type { Input, SourceReader } from './workspace.ts';

export interface CacheOptions {
  /** Passes over files in which nothing was found and nothing has changed. */
  readonly cache?: boolean | undefined;
  readonly cacheLocation?: string | undefined;
}

/** What findings depend on beside files, settings and rules. */
export interface RunFacts {
  readonly today: string;
  /** The canned replies that what was sent is compared with, as a hash. */
  readonly canned: string | undefined;
  readonly sample: string | undefined;
}

export const CACHE_FOLDER = '.replylint-cache';

/** Remembers, file by file, that nothing was found. */
export class CleanCache {
  readonly #files: CleanFiles;
  readonly #build: string;
  readonly #setups = new WeakMap<Setup, SetupKey>();
  #passed = 0;

  constructor({ cacheLocation = CACHE_FOLDER }: CacheOptions, { cwd, home }: Io) {
    this.#files = new CleanFiles(resolve(cwd, cacheLocation));
    this.#build = buildOf(home);
  }

  /** Files that were passed over. */
  get passed(): number {
    return this.#passed;
  }

  async visit(input: Input, setup: Setup, facts: RunFacts): Promise<Visit | undefined> {
    // What plugins look at nobody knows.
    if (input.file === undefined || (setup.plan.tools ?? SHIPPED_TOOLS) !== SHIPPED_TOOLS) return undefined;
    const key = this.#keyOf(setup);
    const { path, isNamed, found } = input;
    const settings = JSON.stringify([
      key.hash,
      path,
      isNamed,
      found.config.file,
      input.settings,
      facts.canned,
      facts.sample,
    ]);
    const fingerprint = await this.#files.fingerprint(input.file, input.path, settings);
    if (fingerprint === undefined) return undefined;
    const known = this.#files.known(fingerprint, facts.today);
    if (known !== undefined) this.#passed++;
    return new Visit(this.#files, input.file, fingerprint, known, (hasLibrary) =>
      key.isDayBound || hasLibrary ? facts.today : undefined,
    );
  }

  save(): void {
    this.#files.save();
  }

  #keyOf(setup: Setup): SetupKey {
    let key = this.#setups.get(setup);
    if (key === undefined) {
      key = { hash: this.#hashOf(setup), isDayBound: isDayBound(setup) };
      this.#setups.set(setup, key);
    }
    return key;
  }

  #hashOf({ plan, settings }: Setup): string {
    const { frozen, numbers } = freezePlan(plan);
    return hashOf(
      VERSION,
      this.#build,
      JSON.stringify(settings),
      JSON.stringify(frozen),
      new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength),
    );
  }
}

interface SetupKey {
  readonly hash: string;
  /** Rules look at the day of the run, and not in libraries alone. */
  readonly isDayBound: boolean;
}

function isDayBound({ plan, settings }: Setup): boolean {
  return activeRules(plan, settings).some(
    ({ checks, rule }) =>
      checks.some(({ check }) => check === 'past-date') &&
      (rule.documents ?? DOCUMENT_KINDS).some((kind) => kind !== 'library'),
  );
}

/** One file in one run: what is known of it, and what is being learnt. */
export class Visit {
  /** What an earlier run made of the file, in which it found nothing. */
  readonly known: CleanFile | undefined;
  readonly #files: CleanFiles;
  readonly #file: string;
  readonly #fingerprint: Fingerprint;
  readonly #dayFor: (hasLibrary: boolean) => string | undefined;
  #sources = 0;
  #hasLibrary = false;
  #isClean = true;

  constructor(
    files: CleanFiles,
    file: string,
    fingerprint: Fingerprint,
    known: CleanFile | undefined,
    dayFor: (hasLibrary: boolean) => string | undefined,
  ) {
    this.#files = files;
    this.#file = file;
    this.#fingerprint = fingerprint;
    this.known = known;
    this.#dayFor = dayFor;
  }

  /** The reader, watched for libraries. */
  reader(reader: SourceReader): SourceReader {
    const note = (result: ReadDocument) => {
      if (result.documents.some(({ kind }) => kind === 'library')) this.#hasLibrary = true;
      return result;
    };
    return (source) => {
      const result = reader(source);
      return result instanceof Promise ? result.then(note) : note(result);
    };
  }

  /** A source was reported. @param findings all of them, shown or not */
  source(findings: number): void {
    this.#sources++;
    if (findings > 0) this.#isClean = false;
  }

  async end(isSkipped: boolean): Promise<void> {
    if (!this.#isClean) this.#files.remove(this.#fingerprint);
    else {
      const day = this.#dayFor(this.#hasLibrary);
      await this.#files.add(this.#file, this.#fingerprint, { sources: this.#sources, isSkipped, day });
    }
  }
}
