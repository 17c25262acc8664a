import { LOCALES } from '../locales/registry.ts';
import type { Wording } from '../locales/wording.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The reader's language: the flag, the configuration, the environment, English. */
export function wordingFor(wanted: readonly (string | undefined)[], env: Environment): Wording {
  for (const asked of [...wanted, ...tagsIn(env)]) {
    const locale = asked === undefined ? undefined : localeOf(asked);
    const wording = LOCALES.find((one) => one.locale === locale);
    if (wording !== undefined) return wording;
  }
  return LOCALES.find(({ locale }) => locale === 'en') as Wording;
}

/** What POSIX and gettext take: the first variable that is set decides, and LANGUAGE goes before it unless that is C. */
function tagsIn(env: Environment): readonly string[] {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((tag) => tag !== undefined && tag !== '');
  if (locale === undefined || /^(?:C|POSIX)(?:\.|$)/.test(locale)) return [];
  // A reader of a language that is not spoken here gets English, whatever else they read, if they put it first.
  return [...(env['LANGUAGE'] ?? '').split(':').filter((tag) => tag !== ''), locale];
}

/** `zh` for zh_CN.UTF-8, `zh-Hant` for zh_TW and zh-Hant-HK, `kk` for kk_KZ@cyrillic. */
function localeOf(tag: string): string {
  const [language, ...parts] = (tag.split(/[.@]/)[0] as string).split(/[-_]/);
  if (language !== 'zh') return language as string;
  if (parts.includes('Hans')) return 'zh';
  return parts.some((part) => TRADITIONAL.has(part.toUpperCase())) ? 'zh-Hant' : 'zh';
}

const TRADITIONAL: ReadonlySet<string> = new Set(['HANT', 'TW', 'HK', 'MO']);
