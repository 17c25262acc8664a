import { LOCALES } from '../locales/registry.ts';
import type { Wording } from '../locales/wording.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The reader's language: the flag, the configuration, the environment, English. */
export function wordingFor(wanted: readonly (string | undefined)[], env: Environment): Wording {
  const asked = wanted.find((tag) => tag !== undefined) ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? 'en';
  const language = asked.split(/[-_.@]/)[0];
  return (LOCALES.find(({ locale }) => locale === asked) ??
    LOCALES.find(({ locale }) => locale === language) ??
    LOCALES.find(({ locale }) => locale === 'en')) as Wording;
}
