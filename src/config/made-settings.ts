import type { SettingsDocument } from '../rules/yaml-file.ts';

/** Settings that a program made: its values have no lines, so that mistakes name the keys that lead to them. */
export function madeSettings(path: string, value: unknown): SettingsDocument {
  return { path, value, place: (keys) => ({ path, keys: keys.length === 0 ? undefined : keys.join('.') }) };
}
