import type { SetupPlace } from '../core/setup-error.ts';
import type { Config, ConfigPart } from './config.ts';
import { APART_KEYS, WHOLE_KEYS } from './config.ts';

/** A value as it was written, and where. */
export interface TracedValue {
  /** The keys that lead to it; items of lists have the key of their list. */
  readonly keys: readonly string[];
  readonly value: unknown;
  readonly place: SetupPlace;
  readonly isItem: boolean;
}

/** What a configuration sets for a file beside rules: of each value only what counts, with the place that said so last. */
export function tracedValues({ parts }: Config): readonly TracedValue[] {
  const traced = new Map<string, TracedValue[]>();
  for (const part of parts) {
    if (isConditional(part)) continue;
    const { document, path } = part;
    for (const [key, value] of Object.entries(writtenIn(part))) {
      if (APART_KEYS.includes(key) || value === undefined || value === null) continue;
      const at = (...more: (string | number)[]) => document.place([...path, key, ...more]);
      const known = traced.get(key) ?? [];
      if (WHOLE_KEYS.includes(key) || typeof value !== 'object')
        traced.set(key, [{ keys: [key], value, place: at(), isItem: false }]);
      else if (Array.isArray(value))
        traced.set(key, [
          ...known,
          ...value.map((item: unknown, index) => ({ keys: [key], value: item, place: at(index), isItem: true })),
        ]);
      else {
        const inner = Object.entries(value).map(([name, one]) => ({
          keys: [key, name],
          value: one,
          place: at(name),
          isItem: false,
        }));
        traced.set(key, [...known.filter(({ keys }) => !(String(keys[1]) in value)), ...inner]);
      }
    }
  }
  return [...traced.values()].flat();
}

/** What the configuration sets of a rule: its severity and other settings, each as it was said last. */
export function tracedRule({ parts }: Config, id: string): readonly TracedValue[] {
  return lastOf(parts.filter((part) => !isConditional(part)).flatMap((part) => settingsIn(part, id)));
}

/** An override by channel or language, with the rules that it sets. */
export interface TracedOverride {
  readonly channels: readonly string[] | undefined;
  readonly languages: readonly string[] | undefined;
  readonly place: SetupPlace;
  readonly rules: readonly { readonly id: string; readonly settings: readonly TracedValue[] }[];
}

export function tracedOverrides({ parts }: Config): readonly TracedOverride[] {
  return parts.filter(isConditional).map((part) => ({
    channels: part.channels,
    languages: part.languages,
    place: part.document.place(part.path),
    rules: Object.keys(part.file.rules ?? {}).map((id) => ({ id, settings: lastOf(settingsIn(part, id)) })),
  }));
}

function isConditional({ channels, languages }: ConfigPart): boolean {
  return channels !== undefined || languages !== undefined;
}

/** What a part says, before it is read: lengths of time as people write them. */
function writtenIn({ document, path }: ConfigPart): Readonly<Record<string, unknown>> {
  return (path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], document.value) ??
    {}) as Readonly<Record<string, unknown>>;
}

function settingsIn(part: ConfigPart, id: string): readonly TracedValue[] {
  const setting = (writtenIn(part)['rules'] as Readonly<Record<string, unknown>> | undefined)?.[id];
  if (setting === undefined) return [];
  const place = (...keys: string[]) => part.document.place([...part.path, 'rules', id, ...keys]);
  if (typeof setting !== 'object' || setting === null)
    return [{ keys: ['severity'], value: setting, place: place(), isItem: false }];
  return Object.entries(setting).flatMap(([key, value]): TracedValue[] =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? [{ keys: [key], value, place: place(key), isItem: false }]
      : Object.entries(value).map(([option, one]) => ({
          keys: [key, option],
          value: one,
          place: place(key, option),
          isItem: false,
        })),
  );
}

function lastOf(values: readonly TracedValue[]): readonly TracedValue[] {
  return [...new Map(values.map((value) => [value.keys.join('\0'), value])).values()];
}
