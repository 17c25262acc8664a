import { presence } from '../checks/presence.ts';
import type { Wanted } from '../checks/wanted.ts';
import type { Role } from '../core/conversation.ts';
import { ROLES } from '../core/conversation.ts';
import type { Place } from '../rules/place.ts';
import type { PlannedCheck } from '../rules/plan.ts';
import type { ActiveRule } from '../rules/rule-settings.ts';
import type { Toolbox } from '../rules/toolbox.ts';

export type SoughtSets = Readonly<Record<Role, ReadonlySet<number>>>;

/**
 * The sets of phrases that rules may ask of the messages of each role: few are asked of customers.
 * @param ofAll what is asked of all of them
 */
export function setsSought(rules: readonly ActiveRule[], ofAll: readonly Wanted[], tools: Toolbox): SoughtSets {
  const sought: Record<Role, Set<number>> = {
    agent: new Set(),
    customer: new Set(),
    bot: new Set(),
    system: new Set(),
  };
  const add = (role: Role, wanted: readonly Wanted[] = []) => {
    for (const one of wanted) if ('set' in one) sought[role].add(one.set);
  };
  for (const role of ROLES) add(role, ofAll);
  for (const { rule, occasion, checks } of rules) {
    for (const { role } of rule.places) for (const check of checks) add(role, wantedOf(check, tools));
    if (occasion?.kind === 'says') add(occasion.role, occasion.wanted);
    for (const condition of [...rule.onlyIf, ...rule.unless])
      if (condition.place !== undefined)
        for (const place of rule.places)
          add(roleOf(condition.place, place), [...(condition.wanted ?? []), ...(condition.beside ?? [])]);
  }
  return sought;
}

/** Of the messages that a condition looks at; "same" are those of the rule. */
function roleOf(condition: Place, rule: Place): Role {
  return condition.which === 'same' ? rule.role : condition.role;
}

/** Sets of phrases without one of which, in what a role says, a rule finds nothing. */
export interface Need {
  readonly role: Role;
  readonly sets: readonly number[];
}

/** What the rule needs; undefined where it may speak of other things than phrases, or of their absence. */
export function needOf({ rule, occasion, checks }: ActiveRule): Need | undefined {
  if (occasion !== undefined) return occasion.kind === 'says' ? needFor(occasion.role, occasion.wanted) : undefined;
  const [place, ...more] = rule.places;
  // Parts of mails have words of their own, and the entries of a library are looked at together.
  if (place === undefined || more.length > 0 || ['part', 'library'].includes(place.unit)) return undefined;
  if (!checks.every(({ check }) => check === presence.name)) return undefined;
  return needFor(
    place.role,
    checks.flatMap(({ options }) => (options as { readonly wanted: readonly Wanted[] }).wanted),
  );
}

function needFor(role: Role, wanted: readonly Wanted[]): Need | undefined {
  const sets = wanted.map((one) => ('set' in one ? one.set : undefined));
  return sets.every((set) => set !== undefined) ? { role, sets } : undefined;
}

function wantedOf({ check: name, options }: PlannedCheck, { checks }: Toolbox): readonly Wanted[] {
  const others = checks.find((check) => check.name === name)?.phraseOptions ?? [];
  return ['wanted', ...others].flatMap(
    (option) => (options as Readonly<Record<string, readonly Wanted[] | undefined>>)[option] ?? [],
  );
}
