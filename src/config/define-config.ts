import type { ConfigInput } from './schema.ts';

/** Gives a configuration in TypeScript or JavaScript its type; it is what it was. */
export function defineConfig(config: ConfigInput): ConfigInput {
  return config;
}
