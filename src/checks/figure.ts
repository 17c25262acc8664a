import * as v from 'valibot';
import { CHANNELS } from '../core/conversation.ts';
import { durationOf } from '../core/duration.ts';
import type { Situation } from './check.ts';

/**
 * A figure of a rule: one value, or values by situation. Keys name presets, channels and languages, alone or
 * together ("strict", "email", "chat zh"); the key with the most names that all apply wins, `default` is last.
 */
export type Figure<Value> = Value | Readonly<Record<string, Value>>;

export const PRESETS = ['recommended', 'strict', 'preview'] as const;

/** The figure that applies, or undefined where none does: the rule is silent then. */
export function figureFor<Value extends number>(figure: Figure<Value>, situation: Situation): Value | undefined {
  if (typeof figure === 'number') return figure;
  let best: Value | undefined = figure['default'];
  let most = 0;
  for (const [key, value] of Object.entries(figure)) {
    const names = key.split(' ');
    if (names.length > most && names.every((name) => applies(name, situation))) {
      best = value;
      most = names.length;
    }
  }
  return best;
}

export function figure<Schema extends v.GenericSchema>(value: Schema) {
  return v.union([value, v.record(situationKey, value)]);
}

/** A whole number from 0. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A length of time as people write it, "90 s", "2 min", "24 h": milliseconds when read. */
export const timeSpan = v.pipe(
  v.string(),
  v.check((written) => durationOf(written) !== undefined, 'write a number and a unit: 90 s, 2 min, 24 h, 3 days'),
  v.transform((written) => durationOf(written) as number),
);

function applies(name: string, { channel, language, presets }: Situation): boolean {
  return (
    name === channel ||
    presets.includes(name) ||
    (language !== undefined && (name === language || language.startsWith(`${name}-`)))
  );
}

const NAMES = new Set<string>(['default', ...PRESETS, ...CHANNELS]);

const situationKey = v.pipe(
  v.string(),
  v.check(
    (key) => key.split(' ').every((name) => NAMES.has(name) || /^[a-z]{2}(-[A-Z][a-z]{3})?$/.test(name)),
    'a figure goes by presets, channels and languages: default, strict, email, zh, "chat zh"',
  ),
);
