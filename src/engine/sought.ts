import type { Wanted } from '../checks/wanted.ts';
import type { Role } from '../core/conversation.ts';
import { ROLES } from '../core/conversation.ts';
import type { Place } from '../rules/place.ts';
import type { ActiveRule } from '../rules/rule-settings.ts';

/**
 * The sets of phrases that rules may ask of the messages of each role: few are asked of customers.
 * @param ofAll what is asked of all of them
 */
export function setsSought(
  rules: readonly ActiveRule[],
  ofAll: readonly Wanted[],
): Readonly<Record<Role, ReadonlySet<number>>> {
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
    for (const { role } of rule.places)
      for (const { options } of checks) add(role, (options as { readonly wanted?: readonly Wanted[] }).wanted);
    if (occasion?.kind === 'says') add(occasion.role, occasion.wanted);
    for (const exception of rule.unless)
      if (exception.place !== undefined)
        for (const place of rule.places) add(roleOf(exception.place, place), exception.wanted);
  }
  return sought;
}

/** Of the messages that an exception looks at; "same" are those of the rule. */
function roleOf(exception: Place, rule: Place): Role {
  return exception.which === 'same' ? rule.role : exception.role;
}
