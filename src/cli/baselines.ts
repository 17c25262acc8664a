import { dirname, relative, resolve, sep } from 'node:path';
import type { Finding } from '../core/finding.ts';
import { SetupError } from '../core/setup-error.ts';
import type { BaselineEntry } from '../engine/baseline.ts';
import { baselineText, CHECKED, KnownFindings, parseBaseline } from '../engine/baseline.ts';
import type { Fingerprints } from '../engine/fingerprint.ts';
import { isFile, readBaselineFile, writeBaselineFile } from '../node/baseline-file.ts';
import type { FoundConfig } from '../node/config-finder.ts';
import { shownPath } from '../node/files.ts';

/** What the flags say. */
export interface BaselineOptions {
  /** False with `--no-baseline`. */
  readonly baseline?: string | false | undefined;
  /** For the command that makes baselines. */
  readonly makes?: MadeBaseline | undefined;
}

export interface MadeBaseline {
  /** Where it is when nobody says where. */
  readonly file: string;
  /** It may have to be made first. */
  readonly mayLack: boolean;
}

/** The baselines of a run: that of the flag, or each configuration's own. */
export class Baselines {
  readonly #cwd: string;
  readonly #named: string | false | undefined;
  readonly #fingerprints: Fingerprints;
  readonly #makes: MadeBaseline | undefined;
  readonly #open = new Map<string, OpenBaseline>();

  constructor(cwd: string, { baseline, makes }: BaselineOptions, fingerprints: Fingerprints) {
    this.#cwd = cwd;
    this.#named = baseline;
    this.#fingerprints = fingerprints;
    this.#makes = makes;
  }

  /** @throws SetupError where it is missing or cannot be used */
  for({ config, folder }: FoundConfig): OpenBaseline | undefined {
    const file = this.#fileFor(config.file.baseline, folder);
    if (file === undefined) return undefined;
    let open = this.#open.get(file);
    if (open === undefined) {
      open = openBaseline(file, this.#cwd, this.#fingerprints, this.#makes?.mayLack === true);
      this.#open.set(file, open);
    }
    return open;
  }

  get all(): readonly OpenBaseline[] {
    return [...this.#open.values()];
  }

  /** The flag wins over the configuration. */
  #fileFor(own: string | undefined, folder: string): string | undefined {
    if (this.#named === false) return undefined;
    if (this.#named !== undefined) return resolve(this.#cwd, this.#named);
    if (own !== undefined) return resolve(folder, own);
    return this.#makes === undefined ? undefined : resolve(this.#cwd, this.#makes.file);
  }
}

/** A baseline in use. */
export class OpenBaseline {
  /** As it is shown. */
  readonly shown: string;
  readonly #file: string;
  readonly #check: string;
  readonly #known: KnownFindings;
  /** Files that were linted as a whole, and which rules ran on each. */
  readonly #linted = new Map<string, (rule: string) => boolean>();
  readonly #added: BaselineEntry[] = [];

  constructor(file: string, shown: string, check: string, entries: readonly BaselineEntry[]) {
    this.#file = file;
    this.shown = shown;
    this.#check = check;
    this.#known = new KnownFindings(entries, (path) => isFile(this.#fileOf(path)));
  }

  /** @param file absolute */
  has(finding: Finding, file: string): boolean {
    return this.#known.has(finding, this.#pathOf(file));
  }

  /** Says that a file was read to its end without trouble. */
  lint(file: string, ran: (rule: string) => boolean): void {
    this.#linted.set(this.#pathOf(file), ran);
  }

  add({ rule, fingerprint }: Finding, file: string): void {
    if (fingerprint !== undefined) this.#added.push({ path: this.#pathOf(file), rule, fingerprint });
  }

  get added(): number {
    return this.#added.length;
  }

  /** Entries of files that were linted, for which nothing was found any more. */
  get stale(): readonly BaselineEntry[] {
    return this.#known.unfound.filter(({ path, rule }) => this.#linted.get(path)?.(rule) === true);
  }

  /** These, and those of files that are gone. */
  get outdated(): readonly BaselineEntry[] {
    const stale = new Set(this.stale);
    return this.#known.unfound.filter((entry) => stale.has(entry) || !isFile(this.#fileOf(entry.path)));
  }

  get size(): number {
    return this.#left().length;
  }

  write(): void {
    writeBaselineFile(this.#file, this.shown, baselineText({ check: this.#check, entries: this.#left() }));
  }

  #left(): readonly BaselineEntry[] {
    const outdated = new Set(this.outdated);
    return [...this.#known.found, ...this.#known.unfound.filter((entry) => !outdated.has(entry)), ...this.#added];
  }

  #pathOf(file: string): string {
    return relative(dirname(this.#file), file).split(sep).join('/');
  }

  #fileOf(path: string): string {
    return resolve(dirname(this.#file), path);
  }
}

function openBaseline(file: string, cwd: string, fingerprints: Fingerprints, mayLack: boolean): OpenBaseline {
  const shown = shownPath(file, cwd);
  const text = readBaselineFile(file, shown);
  const check = fingerprints.numbering()(CHECKED);
  if (text === undefined) {
    if (mayLack) return new OpenBaseline(file, shown, check, []);
    throw new SetupError(`there is no baseline ${shown}.`, { mend: 'Make it with `replylint baseline`.' });
  }
  const read = parseBaseline(text, shown);
  if (read.check !== check)
    throw new SetupError('the baseline was made with another key.', {
      place: { path: shown },
      mend: 'Set REPLYLINT_KEY as it was then, or remove the file and make it anew with `replylint baseline`.',
    });
  return new OpenBaseline(file, shown, check, read.entries);
}
