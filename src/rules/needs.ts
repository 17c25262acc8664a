import type { Wanted } from '../checks/wanted.ts';
import type { Need, Needed } from '../core/document-need.ts';
import type { NameList } from '../detectors/detector.ts';
import type { Place } from './place.ts';
import type { ActiveRule } from './rule-settings.ts';
import type { Toolbox } from './toolbox.ts';
import { SHIPPED_TOOLS } from './toolbox.ts';

type Run = Pick<ActiveRule, 'occasion' | 'checks'> & {
  readonly rule: Pick<ActiveRule['rule'], 'onlyIf' | 'places' | 'needs'>;
};

/**
 * What must be known of a document for the rule to say anything there: all of the list, of an inner list one. It follows
 * from what the rule uses; what only excuses a finding is not needed.
 */
export function needsOf({ rule, occasion, checks }: Run, tools: Toolbox = SHIPPED_TOOLS): readonly Needed[] {
  const ofPlaces = rule.places.map(needsOfPlace);
  const needs: Needed[] = ofPlaces.length === 1 ? [...(ofPlaces[0] as readonly Needed[])] : [...oneOf(ofPlaces)];
  if (occasion?.kind === 'waits') needs.push('times');
  if (occasion?.kind === 'says') {
    if (occasion.role === 'customer') needs.push('customer');
    needs.push(...needsOfWanted(occasion.wanted));
  }
  needs.push(...needsOfConditions(rule.onlyIf));
  needs.push(...(rule.needs ?? []).map((list) => NEED_OF_NAMES[list]));
  const ofChecks = checks.map(({ check: name, options }) => {
    const check = tools.checks.find((one) => one.name === name);
    const wanted = (options as { readonly wanted?: readonly Wanted[] }).wanted;
    return wanted === undefined ? (check?.needs?.(options) ?? []) : needsOfWanted(wanted);
  });
  const [only] = ofChecks;
  if (only !== undefined) needs.push(...(ofChecks.length === 1 ? only : oneOf(ofChecks)));
  return unique(needs);
}

function needsOfPlace({ which, unit, role, part }: Place): readonly Needed[] {
  const needs: Needed[] = [];
  if (which === 'first' && unit === 'reply') needs.push('start');
  if (which === 'last') needs.push('end');
  if (role === 'customer') needs.push('customer');
  if (part === 'subject' || part === 'reply address' || part?.startsWith('header ')) needs.push('mail headers');
  return needs;
}

/** A list that holds nothing but names that must be configured cannot match without them. */
function needsOfWanted(wanted: readonly Wanted[]): readonly Needed[] {
  const names = wanted.map((one) => ('detector' in one ? NAMES[one.detector] : undefined));
  if (names.length === 0 || names.includes(undefined)) return [];
  return oneOf(names.map((name) => [name as Need]));
}

const NEED_OF_NAMES = {
  agents: 'agent names',
  companies: 'company names',
  customers: 'customer names',
} as const satisfies Readonly<Record<NameList, Need>>;

const NAMES: Readonly<Record<string, Need>> = { 'agent-name': 'agent names', 'company-name': 'company names' };

function needsOfConditions(onlyIf: ActiveRule['rule']['onlyIf']): readonly Needed[] {
  const ofEach = onlyIf.map(({ facts, waitedLessThan, wanted }) => [
    ...((facts === undefined ? [] : Object.keys(facts)) as Need[]),
    ...(waitedLessThan === undefined ? [] : (['times'] as const)),
    ...(wanted === undefined ? [] : needsOfWanted(wanted)),
  ]);
  const [only] = ofEach;
  if (only === undefined) return [];
  return ofEach.length === 1 ? only : oneOf(ofEach);
}

/** Where one way is enough, nothing is needed if a way needs nothing; else one of what they need. */
function oneOf(ways: readonly (readonly Needed[])[]): readonly Needed[] {
  if (ways.some((way) => way.length === 0)) return [];
  const all = [...new Set(ways.flat(2))];
  return all.length === 1 ? all : [all];
}

function unique(needs: readonly Needed[]): readonly Needed[] {
  const seen = new Set<string>();
  return needs.filter((needed) => {
    const key = String(needed);
    return !seen.has(key) && seen.add(key);
  });
}
