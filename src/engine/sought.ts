import { presence } from '../checks/presence.ts';
import type { Wanted } from '../checks/wanted.ts';
import { isWanted } from '../checks/wanted.ts';
import type { Role } from '../core/conversation.ts';
import { ROLES } from '../core/conversation.ts';
import type { Place } from '../rules/place.ts';
import type { PlannedCheck } from '../rules/plan.ts';
import type { ActiveRule } from '../rules/rule-settings.ts';

export type SoughtSets = Readonly<Record<Role, ReadonlySet<number>>>;

/**
 * The sets of phrases that rules may ask of the messages of each role: few are asked of customers.
 * @param ofAll what is asked of all of them
 */
export function setsSought(rules: readonly ActiveRule[], ofAll: readonly Wanted[]): SoughtSets {
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
    for (const { role } of rule.places) for (const check of checks) add(role, wantedOf(check));
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
export interface Trigger {
  readonly role: Role;
  readonly sets: readonly number[];
}

/** What sets the rule off; undefined where it may speak of other things than phrases, or of their absence. */
export function triggerOf({ rule, occasion, checks }: ActiveRule): Trigger | undefined {
  if (occasion !== undefined) return occasion.kind === 'says' ? triggerFor(occasion.role, occasion.wanted) : undefined;
  const [place, ...more] = rule.places;
  // Parts of mails have words of their own, and the entries of a library are looked at together.
  if (place === undefined || more.length > 0 || ['part', 'library'].includes(place.unit)) return undefined;
  if (!checks.every(({ check }) => check === presence.name)) return undefined;
  return triggerFor(place.role, checks.flatMap(wantedOf));
}

function triggerFor(role: Role, wanted: readonly Wanted[]): Trigger | undefined {
  const sets = wanted.map((one) => ('set' in one ? one.set : undefined));
  return sets.every((set) => set !== undefined) ? { role, sets } : undefined;
}

/** All phrases that a mechanism asks for, wherever its options hold them: steps of an order, several things that must be there. */
function wantedOf({ options }: PlannedCheck): readonly Wanted[] {
  const found: Wanted[] = [];
  const look = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    if (isWanted(value)) found.push(value);
    else for (const inner of Object.values(value)) look(inner);
  };
  look(options);
  return found;
}
