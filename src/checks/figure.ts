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
  for (const { names, value } of variantsOf(figure)) {
    if (names.length > most && names.every((name) => applies(name, situation))) {
      best = value;
      most = names.length;
    }
  }
  return best;
}

interface Variant {
  readonly names: readonly string[];
  readonly value: number;
}

const variants = new WeakMap<object, readonly Variant[]>();

/** Figures are asked for every message; their keys are read once. */
function variantsOf<Value extends number>(
  figure: Readonly<Record<string, Value>>,
): readonly (Variant & { value: Value })[] {
  let known = variants.get(figure);
  if (known === undefined) {
    known = Object.entries(figure).map(([key, value]) => ({ names: key.split(' '), value }));
    variants.set(figure, known);
  }
  return known as readonly (Variant & { value: Value })[];
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

function applies(name: string, situation: Situation): boolean {
  if (name === 'default') return false;
  if (isPreset(name)) return situation.presets.includes(name);
  if (isChannel(name)) return situation.channel === name;
  const { language } = situation;
  return language !== undefined && (name === language || language.startsWith(`${name}-`));
}

function isPreset(name: string): boolean {
  return (PRESETS as readonly string[]).includes(name);
}

function isChannel(name: string): boolean {
  return (CHANNELS as readonly string[]).includes(name);
}

const NAMES = new Set<string>(['default', ...PRESETS, ...CHANNELS]);

const situationKey = v.pipe(
  v.string(),
  v.check(
    (key) => key.split(' ').every((name) => NAMES.has(name) || /^[a-z]{2}(-[A-Z][a-z]{3})?$/.test(name)),
    'a figure goes by presets, channels and languages: default, strict, email, zh, "chat zh"',
  ),
);
