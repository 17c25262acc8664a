import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { SetupError } from '../core/setup-error.ts';
import { throwAll } from '../core/setup-error.ts';
import type { RuleFile } from '../rules/schema.ts';
import { catalogueRow, ruleId } from '../rules/schema.ts';
import type { SettingsDocument } from '../rules/yaml-file.ts';
import { checked, readSettings } from '../rules/yaml-file.ts';

/** Written by people; whether a rule ships is never in it. */
export const CATALOGUE_FILE = 'docs/catalogue.yaml';

/** What a program must be given: inputs joined by `+`. */
const INPUT = '(?:draft|conversation|times|headers|metadata|library)';

const normSchema = v.strictObject({
  asks: v.pipe(v.string(), v.description('What is asked of the agent, in one sentence.')),
  checkable: v.pipe(
    v.picklist(['full', 'heuristic', 'not from text']),
    v.description('Decided by position, count, time or a list; guessed from language; or out of reach.'),
  ),
  reason: v.optional(v.pipe(v.string(), v.description('Why it is a guess or out of reach; not for `full`.'))),
  needs: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.regex(new RegExp(`^${INPUT}(?: \\+ ${INPUT})*$`), 'name inputs, joined by “ + ”'))),
      v.description('The inputs that it takes to check it; each item is enough.'),
    ),
    [],
  ),
  detail: v.optional(v.pipe(v.string(), v.description('Which drafts, conversations or metadata are meant.'))),
  rows: v.pipe(v.array(catalogueRow), v.minLength(1), v.description('Where the texts ask for it.')),
  rules: v.optional(v.pipe(v.array(ruleId), v.description('Rules that check it under other ids than its own.')), []),
});

export const catalogueSchema = v.pipe(
  v.record(ruleId, normSchema),
  v.description('What the training texts ask of agents, by the id that its rule has or would have.'),
);

export type Norm = v.InferOutput<typeof normSchema>;

export interface Catalogue {
  readonly norms: ReadonlyMap<string, Norm>;
  readonly document: SettingsDocument;
}

/** @throws SetupErrors with every mistake of the file */
export function readCatalogue(root: string): Catalogue {
  const [document] = readSettings({ path: CATALOGUE_FILE, text: readFileSync(join(root, CATALOGUE_FILE), 'utf8') });
  const errors: SetupError[] = [];
  const norms = checked(catalogueSchema, document as SettingsDocument, errors);
  throwAll(errors);
  return { norms: new Map(Object.entries(norms ?? {})), document: document as SettingsDocument };
}

/** The rules that check a norm: the one of its id, and those that the catalogue names. */
export function rulesFor(id: string, norm: Norm, rules: readonly RuleFile[]): readonly RuleFile[] {
  return rules.filter((rule) => rule.id === id || norm.rules.includes(rule.id));
}

/** What does not fit between the catalogue and the rules that ship, one sentence each. */
export function catalogueMistakes(norms: Catalogue['norms'], rules: readonly RuleFile[]): readonly string[] {
  const normOf = new Map([...norms].flatMap(([id, { rows }]) => rows.map((row) => [row, id] as const)));
  return [
    ...[...norms].flatMap(([id, norm]) => normMistakes(id, norm, normOf, rules)),
    ...rules.flatMap((rule) => ruleMistakes(rule, norms, normOf)),
  ];
}

function normMistakes(
  id: string,
  { rows, checkable, reason, rules: others }: Norm,
  normOf: ReadonlyMap<string, string>,
  rules: readonly RuleFile[],
): readonly string[] {
  const mistakes = [
    // The last norm with a row is the one that the map holds.
    ...rows.filter((row) => normOf.get(row) !== id).map((row) => `row ${row} is in ${id} and in ${normOf.get(row)}`),
    ...others
      .filter((other) => other === id || !rules.some((rule) => rule.id === other))
      .map((other) => `${id} names the rule ${other}, which ${other === id ? 'has its own id' : 'does not ship'}`),
  ];
  if ((checkable === 'full') !== (reason === undefined))
    mistakes.push(`${id} is ${checkable}, so it ${reason === undefined ? 'needs' : 'has no'} reason`);
  return mistakes.map((mistake) => `${CATALOGUE_FILE}: ${mistake}`);
}

function ruleMistakes(
  { id, source = [] }: RuleFile,
  norms: Catalogue['norms'],
  normOf: ReadonlyMap<string, string>,
): readonly string[] {
  const own = [...norms].filter(([name, norm]) => name === id || norm.rules.includes(id));
  const mistakes = [
    ...source.filter((row) => !normOf.has(row)).map((row) => `the catalogue has no row ${row}`),
    ...own
      .filter(([, { rows }]) => !rows.some((row) => source.includes(row)))
      .map(([name, { rows }]) => `it checks ${name}, so “source” names the rows that it covers of ${rows.join(', ')}`),
  ];
  if (own.length === 0 && source.length > 0)
    mistakes.push(`it has rows, so a norm of ${CATALOGUE_FILE} has its id or names it under “rules”`);
  return mistakes.map((mistake) => `rule ${id}: ${mistake}`);
}
