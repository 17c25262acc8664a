import type { FileSettings } from '../config/file-settings.ts';
import type { Fingerprints } from '../engine/fingerprint.ts';
import type { Circumstances, Linter, RuleTimer } from '../engine/linter.ts';
import { createLinter } from '../engine/linter.ts';
import type { FoundConfig } from '../node/config-finder.ts';
import type { Plan, PlannedRule } from '../rules/plan.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import type { RuleSettings } from '../rules/rule-settings.ts';
import type { RuleOptions } from './settings.ts';
import { ruleSettings } from './settings.ts';
import type { Workspace } from './workspace.ts';
import { ruleFolders } from './workspace.ts';

/** What one configuration comes to. */
export interface Setup {
  readonly plan: Plan;
  readonly rules: ReadonlyMap<string, PlannedRule>;
  readonly settings: RuleSettings;
  readonly linter: Linter;
  /** The files that the rules were made from, which say more of them than a run needs. */
  book(): Promise<RuleBook>;
}

/** Makes the set-up of a configuration, each once. */
export function setupsFor(
  workspace: Workspace,
  options: RuleOptions,
  fingerprints?: Fingerprints,
  timer?: RuleTimer,
): (found: FoundConfig) => Promise<Setup> {
  const setups = new Map<FoundConfig['config'], Promise<Setup>>();
  const make = async (found: FoundConfig): Promise<Setup> => {
    const plan = await workspace.plan(found);
    const settings = ruleSettings(found.config, options, plan);
    let book: Promise<RuleBook> | undefined;
    return {
      book() {
        book ??= workspace.store.book(ruleFolders(found));
        return book;
      },
      rules: new Map(plan.rules.map((rule) => [rule.id, rule])),
      plan,
      settings,
      linter: createLinter(plan, settings, fingerprints, timer),
    };
  };
  return (found) => {
    let setup = setups.get(found.config);
    if (setup === undefined) {
      setup = make(found);
      setups.set(found.config, setup);
    }
    return setup;
  };
}

/** What is known of the documents of a file beside what they say. */
export function circumstancesOf(path: string, settings: FileSettings): Circumstances {
  return {
    path,
    channel: settings.channel,
    language: settings.language,
    facts: settings.facts,
    hours: settings.hours,
    names: settings,
  };
}
