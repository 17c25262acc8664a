import * as v from 'valibot';
import type { FactKind, Facts, FactValue, MessageFacts } from '../core/facts.ts';
import { FACTS, MESSAGE_FACTS } from '../core/facts.ts';
import { count, timeSpan } from './figure.ts';

/** What facts must be: a value, or bounds of a number or length of time. All of them must hold. */
export type FactConditions = Readonly<Record<string, string | number | boolean | Bounds>>;

export interface Bounds {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** Whether all conditions hold; a fact that is not known fulfils none. */
export function factsHold(conditions: FactConditions, facts: Facts & MessageFacts): boolean {
  return Object.entries(conditions).every(([name, wanted]) =>
    isAsWanted((facts as Readonly<Record<string, FactValue | undefined>>)[name], wanted),
  );
}

function isAsWanted(value: FactValue | undefined, wanted: FactConditions[string]): boolean {
  if (value === undefined) return false;
  if (typeof wanted !== 'object') return value === wanted;
  return (
    typeof value === 'number' && value >= (wanted.least ?? 0) && value <= (wanted.most ?? Number.POSITIVE_INFINITY)
  );
}

/** Entries of a schema with conditions on the facts of a contact. Moments are known or not, and have no condition. */
export const factConditions = entriesFor(FACTS);

/** And on those of a message. */
export const messageFactConditions = entriesFor(MESSAGE_FACTS);

/** The conditions among the keys of something that a rule file says. */
export function conditionsIn(written: Readonly<Record<string, unknown>>): FactConditions | undefined {
  const found = Object.entries(written).filter(
    ([name, value]) => value !== undefined && (Object.hasOwn(FACTS, name) || Object.hasOwn(MESSAGE_FACTS, name)),
  );
  return found.length === 0 ? undefined : (Object.fromEntries(found) as FactConditions);
}

function entriesFor(facts: Readonly<Record<string, FactKind>>): Readonly<Record<string, Entry>> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, kind]) => {
      const schema = schemaFor(kind);
      return schema === undefined ? [] : [[name, v.optional(v.pipe(schema, v.description(kind.about)))] as const];
    }),
  );
}

type Value = v.GenericSchema<unknown, string | number | boolean | Bounds>;
type Entry = v.OptionalSchema<v.GenericSchema<unknown, string | number | boolean | Bounds>, undefined>;

function schemaFor(kind: FactKind): Value | undefined {
  switch (kind.kind) {
    case 'choice':
      return v.picklist([...kind.values]) as Value;
    case 'flag':
      return v.boolean() as Value;
    case 'count':
      return v.union([count, boundsOf(count)]) as unknown as Value;
    case 'length':
      return boundsOf(timeSpan) as unknown as Value;
    default:
      return undefined;
  }
}

function boundsOf<Schema extends v.GenericSchema<never, number> | typeof count | typeof timeSpan>(value: Schema) {
  return v.strictObject({ least: v.optional(value), most: v.optional(value) });
}
