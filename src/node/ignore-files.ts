import { existsSync, readFileSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import createIgnore from 'ignore';

/** The file with which a team keeps files from being linted; it is written as `.gitignore` is. */
export const IGNORE_FILE = '.replylintignore';

/** Tells what `.gitignore` and `.replylintignore` keep out, each folder's rules read once. */
export class IgnoreFiles {
  readonly #folders = new Map<string, Folder>();
  readonly #isFolderOut = new Map<string, boolean>();

  /**
   * Whether a file or folder is kept out, by a rule for itself or for a folder above it.
   * @param below a folder that counts as let in, with all above it: somebody named it
   */
  isIgnored(path: string, isFolder: boolean, below?: string): boolean {
    const above = dirname(path);
    if (above === path || path === below) return false;
    return this.#isOut(above, below) || this.#isEntryOut(path, isFolder);
  }

  #isOut(folder: string, below: string | undefined): boolean {
    const key = `${below ?? ''}\0${folder}`;
    let isOut = this.#isFolderOut.get(key);
    if (isOut === undefined) {
      isOut = this.isIgnored(folder, true, below);
      this.#isFolderOut.set(key, isOut);
    }
    return isOut;
  }

  /** By the rules for the entry itself, its folder being let in: those of the nearest folder that has one for it count. */
  #isEntryOut(path: string, isFolder: boolean): boolean {
    const parent = dirname(path);
    const nearest = this.#folder(parent);
    for (let one: Folder | undefined = nearest; one !== undefined; one = one.above) {
      const shown = pathBelow(one.path, path, isFolder);
      for (const rules of one.rules(nearest.repository)) {
        const { ignored, unignored } = rules.admitting(pathBelow(one.path, parent, true)).test(shown);
        if (ignored || unignored) return ignored;
      }
    }
    return false;
  }

  #folder(path: string): Folder {
    let folder = this.#folders.get(path);
    if (folder === undefined) {
      const above = dirname(path);
      folder = new Folder(path, above === path ? undefined : this.#folder(above));
      this.#folders.set(path, folder);
    }
    return folder;
  }
}

class Folder {
  readonly path: string;
  readonly above: Folder | undefined;
  /** The root of the repository that the folder lies in. */
  readonly repository: string | undefined;
  readonly #own: RuleFile | undefined;
  readonly #ofGit: readonly RuleFile[];

  constructor(path: string, above: Folder | undefined) {
    this.path = path;
    this.above = above;
    const isRepository = existsSync(join(path, '.git'));
    this.repository = isRepository ? path : above?.repository;
    this.#own = ruleFile(join(path, IGNORE_FILE));
    const ofGit = [
      this.repository === undefined ? undefined : ruleFile(join(path, '.gitignore')),
      isRepository ? ruleFile(join(path, '.git/info/exclude')) : undefined,
    ];
    this.#ofGit = ofGit.filter((file) => file !== undefined);
  }

  /** Its own file counts first, and git's rules within one repository. */
  *rules(repository: string | undefined): Generator<RuleFile> {
    if (this.#own !== undefined) yield this.#own;
    if (this.repository === repository) yield* this.#ofGit;
  }
}

/** One file of rules. */
class RuleFile {
  readonly #text: string;
  readonly #rules: ReturnType<typeof createIgnore>;
  readonly #admitting = new Map<string, ReturnType<typeof createIgnore>>();

  constructor(text: string) {
    this.#text = text;
    this.#rules = createIgnore(OPTIONS).add(text);
  }

  /** The rules for what lies in a folder that is let in, even where these rules alone would keep it out. */
  admitting(folder: string): ReturnType<typeof createIgnore> {
    if (folder === '' || !this.#rules.test(folder).ignored) return this.#rules;
    let rules = this.#admitting.get(folder);
    if (rules === undefined) {
      const names = folder.split('/').slice(0, -1);
      const all = names.map((_, index) => `!/${escapeRule(names.slice(0, index + 1).join('/'))}/`);
      rules = createIgnore(OPTIONS).add(this.#text).add(all);
      this.#admitting.set(folder, rules);
    }
    return rules;
  }
}

function ruleFile(path: string): RuleFile | undefined {
  // A folder of that name holds no rules.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return new RuleFile(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
}

/** As git does by itself: names differ by case where the system tells them apart. */
const OPTIONS = { ignorecase: ['win32', 'darwin'].includes(platform()) };

/** As rules see it: from their folder, with forward slashes, and one at the end of a folder. */
function pathBelow(folder: string, path: string, isFolder: boolean): string {
  const below = relative(folder, path);
  if (below === '') return '';
  return `${sep === '/' ? below : below.replaceAll(sep, '/')}${isFolder ? '/' : ''}`;
}

function escapeRule(path: string): string {
  return path.replace(/[\\*?[\]!# ]/g, '\\$&');
}
