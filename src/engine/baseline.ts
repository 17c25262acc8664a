import type { Finding } from '../core/finding.ts';
import { SetupError } from '../core/setup-error.ts';

/** A finding that was known when the baseline was made. It tells no words. */
export interface BaselineEntry {
  /** Of its file, relative to the folder of the baseline, with forward slashes. */
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
}

/** What a baseline is written as. */
export interface BaselineFile {
  /** The fingerprint of something that everybody knows: another one was made with another key, or in another way. */
  readonly check: string;
  readonly entries: readonly BaselineEntry[];
}

/**
 * @param path as it is shown
 * @throws SetupError where the text is no baseline
 */
export function parseBaseline(text: string, path: string): BaselineFile {
  const mend = 'Make it anew with `replylint baseline`.';
  const wrong = (problem: string, how = mend) => new SetupError(problem, { place: { path }, mend: how });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const isMerged = /^(?:<{7}|={7}|>{7})/m.test(text);
    throw wrong(
      'the baseline is no JSON.',
      isMerged ? 'It has marks of a merge: keep the entries of both sides.' : mend,
    );
  }
  if (!isObject(value) || value['format'] !== FORMAT || !Array.isArray(value['findings']))
    throw wrong('this is no baseline of replylint.');
  if (value['version'] !== VERSION)
    throw wrong(`the baseline has version ${String(value['version'])}; this program reads ${VERSION}.`);
  const findings: readonly unknown[] = value['findings'];
  const entries = findings.map((entry, index) => {
    if (!isObject(entry)) throw wrong(`entry ${index + 1} of the baseline is no entry.`);
    const { path: file, rule, fingerprint } = entry;
    if (typeof file !== 'string' || typeof rule !== 'string' || typeof fingerprint !== 'string')
      throw wrong(`entry ${index + 1} of the baseline lacks its path, rule or fingerprint.`);
    return { path: file, rule, fingerprint };
  });
  return { check: String(value['check']), entries };
}

/** One entry a line, in an order of its own, so that changes can be read and merged. */
export function baselineText({ check, entries }: BaselineFile): string {
  const lines = [...new Set(entries.map(keyOf))].sort().map((key) => {
    const [path, rule, fingerprint] = key.split(BETWEEN);
    return `    ${JSON.stringify({ path, rule, fingerprint })}`;
  });
  const head = `{\n  "format": "${FORMAT}",\n  "version": ${VERSION},\n  "check": ${JSON.stringify(check)},\n  "findings": [`;
  return `${head}${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
}

const FORMAT = 'replylint-baseline';
const VERSION = 1;

/** What is told of the check, in place of a finding. */
export const CHECKED: readonly string[] = ['baseline'];

/** Silences known findings by their fingerprints, never by their number. */
export class KnownFindings {
  readonly #byKey = new Map<string, BaselineEntry>();
  /** Entries whose file is gone: it may have been moved. */
  readonly #moved = new Map<string, BaselineEntry>();
  /** Where each was found. */
  readonly #found = new Map<BaselineEntry, string>();

  /** @param isThere whether there is such a file */
  constructor(entries: readonly BaselineEntry[], isThere: (path: string) => boolean) {
    const there = new Map<string, boolean>();
    for (const entry of entries) {
      this.#byKey.set(keyOf(entry), entry);
      if (!there.has(entry.path)) there.set(entry.path, isThere(entry.path));
      if (there.get(entry.path) === false) this.#moved.set(moveKey(entry), entry);
    }
  }

  /** @param path relative to the folder of the baseline */
  has({ rule, fingerprint }: Finding, path: string): boolean {
    if (fingerprint === undefined) return false;
    const one = { path, rule, fingerprint };
    const entry = this.#byKey.get(keyOf(one)) ?? this.#moved.get(moveKey(one));
    if (entry === undefined) return false;
    const before = this.#found.get(entry);
    // Of a file that is gone, a finding is known in one other place.
    if (before !== undefined && before !== path) return false;
    this.#found.set(entry, path);
    return true;
  }

  /** Entries that nothing was found for. */
  get unfound(): readonly BaselineEntry[] {
    return [...this.#byKey.values()].filter((entry) => !this.#found.has(entry));
  }

  /** Entries that something was found for, where it was found. */
  get found(): readonly BaselineEntry[] {
    return [...this.#found].map(([{ rule, fingerprint }, path]) => ({ path, rule, fingerprint }));
  }
}

function keyOf({ path, rule, fingerprint }: BaselineEntry): string {
  return [path, rule, fingerprint].join(BETWEEN);
}

function moveKey({ rule, fingerprint }: BaselineEntry): string {
  return [rule, fingerprint].join(BETWEEN);
}

const BETWEEN = '\0';

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
