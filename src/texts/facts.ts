import type { CallEvent, FactName, Facts, FactValue } from '../core/facts.ts';
import { parseTime, timeOfEpoch } from '../core/parse-time.ts';
import { factNamed, lengthOf, readFact } from '../core/read-fact.ts';
import type { Time } from '../core/time.ts';
import { MINUTE, SECOND } from '../core/time.ts';
import type { Shape } from './shape.ts';
import { fieldOf, isShape, isStringOrNumber, valueAt } from './shape.ts';

/** What the fields of a record say of a contact beside what was said. */
export interface RecordFacts {
  readonly facts?: Facts | undefined;
  readonly events?: readonly CallEvent[] | undefined;
}

/** Facts stand in the record itself, or in an object under one of these names. */
const INSIDE = ['facts', 'metadata', 'call', 'contact'];

/** Reads the facts of a record; fields that cannot be read as their fact are passed over. */
export function factsOfRecord(record: Shape): RecordFacts {
  const facts: Partial<Record<FactName, FactValue>> = {};
  const events: CallEvent[] = [];
  for (const inside of INSIDE) {
    const nested = record[inside];
    if (Object.hasOwn(record, inside) && isShape(nested)) addFacts(nested, facts, events);
  }
  // What stands in the record itself wins.
  addFacts(record, facts, events);
  return {
    facts: Object.keys(facts).length === 0 ? undefined : (facts as Facts),
    events: events.length === 0 ? undefined : events,
  };
}

function addFacts(shape: Shape, facts: Partial<Record<FactName, FactValue>>, events: CallEvent[]): void {
  for (const key of Object.keys(shape)) {
    const value = shape[key];
    if (value === null || value === '' || value === undefined) continue;
    const name = factNamed(key);
    if (name === undefined) continue;
    if (Array.isArray(value)) {
      if (name === 'holds') events.push(...value.slice(0, MOST_EVENTS).flatMap(holdOf));
      else if (name === 'transfers') events.push(...value.slice(0, MOST_EVENTS).flatMap(transferOf));
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      const read = readFact(name, typeof value === 'number' && isMilliseconds(key) ? value / SECOND : value);
      if (read !== undefined) facts[name] = read;
    }
  }
}

/** More would be a mistake, or an attack. */
const MOST_EVENTS = 1000;

function isMilliseconds(key: string): boolean {
  return /(?:_ms|Ms|_millis|Millis|milliseconds)$/i.test(key);
}

function holdOf(value: unknown): CallEvent[] {
  if (!isShape(value)) return [];
  const start = momentIn(value, ['start', 'started_at', 'begin', 'from', 'at']);
  const length = lengthIn(value);
  const end = momentIn(value, ['end', 'ended_at', 'to', 'until']) ?? later(start, length);
  return start === undefined && end === undefined ? [] : [{ kind: 'hold', start, end }];
}

function lengthIn(value: Shape): number | undefined {
  const path = fieldOf(value, ['duration', 'duration_seconds', 'seconds'], isStringOrNumber);
  return path === undefined ? undefined : lengthOf(valueAt(value, path) as string | number);
}

function later(start: Time | undefined, length: number | undefined): Time | undefined {
  return start === undefined || length === undefined ? undefined : { ...start, at: start.at + length };
}

function transferOf(value: unknown): CallEvent[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [{ kind: 'transfer', to: value.trim() }];
  if (!isShape(value)) return [];
  const to = fieldOf(value, ['to', 'target', 'department', 'queue', 'agent'], isStringOrNumber);
  const start = momentIn(value, ['at', 'time', 'start', 'started_at']);
  return [{ kind: 'transfer', start, to: to === undefined ? undefined : String(valueAt(value, to)) }];
}

/** A moment, or seconds since the call began: a clock that starts at midnight. */
function momentIn(shape: Shape, names: readonly string[]): Time | undefined {
  const path = fieldOf(shape, names, isStringOrNumber);
  if (path === undefined) return undefined;
  const value = valueAt(shape, path);
  if (typeof value === 'string') return parseTime(value);
  const epoch = timeOfEpoch(value as number);
  if (epoch !== undefined) return epoch;
  const seconds = value as number;
  return seconds >= 0 && seconds < LONGEST_CALL ? { basis: 'clock', at: seconds * SECOND, precision: 1 } : undefined;
}

/** Seconds; more is no offset into a call. */
const LONGEST_CALL = (24 * 60 * MINUTE) / SECOND;
