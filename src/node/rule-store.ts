import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../core/setup-error.ts';
import { thawPlan } from '../rules/frozen-plan.ts';
import type { Plan } from '../rules/plan.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { Toolbox } from '../rules/toolbox.ts';
import { SHIPPED_TOOLS } from '../rules/toolbox.ts';
import type { SettingsFile } from '../rules/yaml-file.ts';
import { shownPath } from './files.ts';

/** The rules that ship, with those of the user's folders added. */
export interface RuleStore {
  /**
   * @param folders absolute
   * @param tools what rules may use
   */
  plan(folders: readonly string[], tools?: Toolbox): Promise<Plan>;
  /** What the rule files say, with reasons and examples. */
  book(folders: readonly string[], tools?: Toolbox): Promise<RuleBook>;
}

/** @param home the folder with `plan.json` and `rule-book.json`, or with `rules/` in a checkout that was not built */
export function createRuleStore(cwd: string, home: string): RuleStore {
  const plans = new Map<Toolbox, Map<string, Promise<Plan>>>();
  const shippedBook = async (): Promise<RuleBook> => {
    const built = join(home, 'rule-book.json');
    if (existsSync(built)) return JSON.parse(readFileSync(built, 'utf8')) as RuleBook;
    return readFolders([join(home, 'rules')], cwd);
  };
  const book = async (folders: readonly string[], tools?: Toolbox): Promise<RuleBook> => {
    const shipped = await shippedBook();
    if (folders.length === 0) return shipped;
    const { mergedRuleBook } = await import('../rules/rule-book.ts');
    return mergedRuleBook(shipped, await readFolders(folders, cwd, tools));
  };
  const makePlan = async (folders: readonly string[], tools: Toolbox): Promise<Plan> => {
    const shipped = shippedPlan(home);
    if (folders.length === 0 && shipped !== undefined) return shipped;
    const { compileRules } = await import('../rules/compile.ts');
    return compileRules(await book(folders, tools), shipped);
  };
  return {
    book,
    plan(folders, tools = SHIPPED_TOOLS) {
      const key = folders.join('\0');
      const withTools = plans.get(tools) ?? new Map<string, Promise<Plan>>();
      plans.set(tools, withTools);
      let plan = withTools.get(key);
      if (plan === undefined) {
        plan = makePlan(folders, tools);
        withTools.set(key, plan);
      }
      return plan;
    },
  };
}

/** Tells one build of the program from another: the bundle's files are named for their contents. */
export function buildOf(home: string): string {
  const chunks = join(home, 'chunks');
  return existsSync(chunks) ? readdirSync(chunks).sort().join(' ') : '';
}

/** The plan that was compiled when the program was built; undefined in a checkout that was not, or for another byte order. */
function shippedPlan(home: string): Plan | undefined {
  const built = join(home, 'plan.json');
  if (!existsSync(built)) return undefined;
  const bytes = readFileSync(join(home, 'plan.bin'));
  return thawPlan(JSON.parse(readFileSync(built, 'utf8')), new Int32Array(new Uint8Array(bytes).buffer));
}

/** The YAML files below a folder, in the order of their paths. @throws SetupError where the folder is not there */
export function yamlFilesBelow(folder: string, cwd: string): readonly SettingsFile[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new SetupError(`${shownPath(folder, cwd)}: no such folder of rules.`, {
      mend: 'See `ruleFolders` in the configuration.',
    });
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((file) => ({ path: shownPath(file, cwd), text: readFileSync(file, 'utf8') }));
}

async function readFolders(folders: readonly string[], cwd: string, tools?: Toolbox): Promise<RuleBook> {
  const { readRuleBook } = await import('../rules/rule-book.ts');
  const files = folders.flatMap((folder) => [...yamlFilesBelow(folder, cwd)]);
  return readRuleBook(files, tools === SHIPPED_TOOLS ? undefined : tools);
}
