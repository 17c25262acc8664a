import { CHECKS } from '../checks/registry.ts';
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
      for (const { check, options } of checks)
        for (const option of ['wanted', ...phraseOptionsOf(check)])
          add(role, (options as Readonly<Record<string, readonly Wanted[] | undefined>>)[option]);
    if (occasion?.kind === 'says') add(occasion.role, occasion.wanted);
    for (const condition of [...rule.onlyIf, ...rule.unless])
      if (condition.place !== undefined)
        for (const place of rule.places) add(roleOf(condition.place, place), condition.wanted);
  }
  return sought;
}

function phraseOptionsOf(name: string): readonly string[] {
  return CHECKS.find((check) => check.name === name)?.phraseOptions ?? [];
}

/** Of the messages that a condition looks at; "same" are those of the rule. */
function roleOf(condition: Place, rule: Place): Role {
  return condition.which === 'same' ? rule.role : condition.role;
}
