import * as v from 'valibot';
import type { FactKind, FactName, Facts } from '../core/facts.ts';
import { FACT_NAMES, FACTS } from '../core/facts.ts';
import { readFact } from '../core/read-fact.ts';

/** Facts as people write them in a configuration or an example: {direction: outbound, rings: 4, ring time: 20 s}. */
export const factValues = v.pipe(
  v.strictObject(
    Object.fromEntries(
      FACT_NAMES.map((name) => [name, v.optional(v.pipe(valueFor(name), v.description(FACTS[name].about)))] as const),
    ),
  ),
  v.transform((facts) => facts as Facts),
);

function valueFor(name: FactName) {
  const kind: FactKind = FACTS[name];
  return v.pipe(
    v.union([v.string(), v.number(), v.boolean()]),
    v.check((written) => readFact(name, written) !== undefined, hintFor(kind)),
    v.transform((written) => readFact(name, written)),
  );
}

/** What to write in place of a value that cannot be read. */
export function hintFor(kind: FactKind): string {
  switch (kind.kind) {
    case 'choice':
      return `write ${kind.values.join(' or ')}`;
    case 'flag':
      return 'write true or false';
    case 'count':
      return 'write a whole number';
    case 'length':
      return 'write a number and a unit: 20 s, 2 min';
    case 'moment':
      return 'write a time: 2026-05-01T21:25:00+05:00, 21:25';
    case 'zone':
      return 'write a time zone: Asia/Almaty, +05:00, or same';
  }
}
