import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SetupError } from '../core/setup-error.ts';

/** What a run made of a file in which it found nothing. */
export interface CleanFile {
  /** Sources that were reported, of which none had a finding. */
  readonly sources: number;
  /** Something in it holds nothing that can be linted. */
  readonly isSkipped: boolean;
  /** The only day on which this is sure, as in 2026-05-03; undefined where every day is the same. */
  readonly day?: string | undefined;
}

/** The content of a file at one moment. */
export interface Fingerprint {
  readonly key: string;
  readonly hash: string;
  readonly moment: string;
}

/**
 * Files in which nothing was found, so that the next run can pass them over. Findings are never kept: they hold words
 * of customers. Names, settings and contents are kept as hashes.
 */
export class CleanFiles {
  readonly #folder: string;
  /** By the hash of the path; the longest unused come first. */
  readonly #entries: Map<string, Entry>;

  /** What cannot be read as a cache counts as none, and is replaced. */
  constructor(folder: string) {
    this.#folder = folder;
    this.#entries = new Map(Object.entries(entriesIn(join(folder, FILE))));
  }

  /**
   * @param path as it is shown
   * @param settings everything beside the content that findings depend on
   */
  async fingerprint(file: string, path: string, settings: string): Promise<Fingerprint | undefined> {
    try {
      const moment = await momentOf(file);
      const content = createHash('sha256').update(settings).update('\0');
      for await (const block of createReadStream(file, { highWaterMark: BLOCK })) content.update(block as Buffer);
      return { key: hashOf(path).slice(0, KEY), hash: content.digest('base64url'), moment };
    } catch (error) {
      // Whoever reads it next will say why it cannot be read.
      if (error instanceof Error && 'syscall' in error) return undefined;
      throw error;
    }
  }

  /** @param today the day of this run */
  known({ key, hash }: Fingerprint, today: string): CleanFile | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || entry[0] !== hash) return undefined;
    const [, sources, isSkipped, day] = entry;
    if (day !== undefined && day !== today) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return { sources, isSkipped: isSkipped === 1, day };
  }

  /** Nothing was found in the file, which must not have changed since the fingerprint was taken. */
  async add(file: string, { key, hash, moment }: Fingerprint, { sources, isSkipped, day }: CleanFile): Promise<void> {
    if ((await momentOf(file)) !== moment) return;
    this.#entries.delete(key);
    const skipped = isSkipped ? 1 : 0;
    this.#entries.set(key, day === undefined ? [hash, sources, skipped] : [hash, sources, skipped, day]);
  }

  remove({ key }: Fingerprint): void {
    this.#entries.delete(key);
  }

  /** @throws SetupError where the folder cannot be written */
  save(): void {
    const kept = [...this.#entries].slice(-MOST_FILES);
    const unfinished = join(this.#folder, `${FILE}.${randomUUID()}`);
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(join(this.#folder, '.gitignore'), '*\n');
      // Two runs at once must not write into each other's file.
      writeFileSync(unfinished, JSON.stringify({ version: CACHE_VERSION, files: Object.fromEntries(kept) }));
      renameSync(unfinished, join(this.#folder, FILE));
    } catch (error) {
      if (!(error instanceof Error && 'syscall' in error)) throw error;
      if (existsSync(unfinished)) rmSync(unfinished);
      throw new SetupError(`the cache cannot be written: ${error.message}.`, {
        mend: 'Name another folder with --cache-location.',
      });
    }
  }
}

/** The hash of the file with its settings, its sources, whether it was skipped, and the day on which that holds. */
type Entry = readonly [string, number, 0 | 1, string?];

const FILE = 'clean-files.json';
const CACHE_VERSION = 1;
/** Of a hash; enough to tell files apart. */
const KEY = 32;
const MOST_FILES = 100_000;
const BLOCK = 1 << 20;

export function hashOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('base64url');
}

async function momentOf(file: string): Promise<string> {
  const { mtimeMs, size, ino } = await stat(file);
  return `${mtimeMs} ${size} ${ino}`;
}

function entriesIn(file: string): Readonly<Record<string, Entry>> {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // No cache, one that was cut short, or something else under its name: the run does without.
    return {};
  }
  if (!isObject(value) || value['version'] !== CACHE_VERSION || !isObject(value['files'])) return {};
  return Object.fromEntries(Object.entries(value['files']).filter((pair): pair is [string, Entry] => isEntry(pair[1])));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is Entry {
  if (!Array.isArray(value)) return false;
  const [hash, sources, isSkipped, day] = value as readonly unknown[];
  return (
    typeof hash === 'string' &&
    Number.isSafeInteger(sources) &&
    (sources as number) >= 0 &&
    (isSkipped === 0 || isSkipped === 1) &&
    (day === undefined || typeof day === 'string')
  );
}
