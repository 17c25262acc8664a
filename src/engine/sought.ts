import { presence } from '../checks/presence.ts';
import type { Wanted } from '../checks/wanted.ts';
import type { Role } from '../core/conversation.ts';
import type { Place } from '../rules/place.ts';
import type { PlannedCheck } from '../rules/plan.ts';
import type { ActiveRule } from '../rules/rule-settings.ts';

/** The sets of phrases that rules may ask of the messages of each role: few are asked of customers. */
export function setsSought(rules: readonly ActiveRule[]): Readonly<Record<Role, ReadonlySet<number>>> {
  const sought: Record<Role, Set<number>> = {
    agent: new Set(),
    customer: new Set(),
    bot: new Set(),
    system: new Set(),
  };
  const add = (role: Role, wanted: readonly Wanted[] = []) => {
    for (const one of wanted) if ('set' in one) sought[role].add(one.set);
  };
  for (const { rule, place, occasion, checks } of rules) {
    for (const check of checks) add(place.role, wantedOf(check));
    if (occasion?.kind === 'says') add(occasion.role, occasion.wanted);
    for (const exception of rule.unless)
      if (exception.place !== undefined) add(roleOf(exception.place, place), exception.wanted);
  }
  return sought;
}

/** Of the messages that an exception looks at; "same" are those of the rule. */
function roleOf(exception: Place, rule: Place): Role {
  return exception.which === 'same' ? rule.role : exception.role;
}

/** Sets of phrases without one of which, in what a role says, a rule finds nothing. */
export interface Need {
  readonly role: Role;
  readonly sets: readonly number[];
}

/** What the rule needs; undefined where it may speak of other things than phrases, or of their absence. */
export function needOf({ place, occasion, checks }: ActiveRule): Need | undefined {
  if (occasion !== undefined) return occasion.kind === 'says' ? needFor(occasion.role, occasion.wanted) : undefined;
  if (!checks.every(({ check }) => check === presence.name)) return undefined;
  return needFor(place.role, checks.flatMap(wantedOf));
}

function needFor(role: Role, wanted: readonly Wanted[]): Need | undefined {
  const sets = wanted.map((one) => ('set' in one ? one.set : undefined));
  return sets.every((set) => set !== undefined) ? { role, sets } : undefined;
}

function wantedOf({ options }: PlannedCheck): readonly Wanted[] {
  return (options as { readonly wanted?: readonly Wanted[] }).wanted ?? [];
}
