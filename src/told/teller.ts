/**
 * The program's own English, sentence by sentence, in another language. `{1}` stands for a value that stays as it is,
 * `<1>` for words that are themselves told: `in the phrase “{1}”: <2>.`
 */
export type Catalogue = Readonly<Record<string, string>>;

/** Says an English sentence in the reader's language, or as it is where the catalogue has none. */
export type Teller = (english: string) => string;

/**
 * Errors carry plain English, and are told at the edge by looking up which sentence of the catalogue they are: whoever
 * throws needs to know no language, and what libraries say (commander, yaml) is told in the same way. A test reads the
 * source for sentences that a catalogue lacks. Catalogues are loaded when a reader of their language has an error or asks for help.
 */
export async function tellerFor(locale: string): Promise<Teller> {
  const catalogue = await catalogueFor(locale);
  return catalogue === undefined ? (english) => english : tellerWith(catalogue);
}

export async function catalogueFor(locale: string): Promise<Catalogue | undefined> {
  switch (locale) {
    case 'zh':
      return (await import('./zh.ts')).zh;
    case 'zh-Hant':
      return (await import('./zh-Hant.ts')).zhHant;
    case 'kk':
      return (await import('./kk.ts')).kk;
    default:
      return undefined;
  }
}

/** @param catalogue see `Catalogue` */
export function tellerWith(catalogue: Catalogue): Teller {
  let patterns: readonly Pattern[] | undefined;
  const known = (english: string): string | undefined => {
    const exact = Object.hasOwn(catalogue, english) ? catalogue[english] : undefined;
    if (exact !== undefined) return exact;
    patterns ??= patternsOf(catalogue);
    for (const { pattern, slots, told } of patterns) {
      const match = pattern.exec(english);
      if (match === null) continue;
      const values = new Map(slots.map((slot, index) => [slot, match[index + 1] as string]));
      return told.replace(SLOT, (slot) => {
        const value = values.get(slot) ?? slot;
        return slot.startsWith('<') ? nested(value) : value;
      });
    }
    return undefined;
  };
  /** A sentence, or a list of words of which each is known: `text or a list`. */
  const nested = (english: string): string => {
    const whole = known(english);
    if (whole !== undefined) return whole;
    const parts = english.split(/( or |, )/);
    return parts.every((part) => QUOTED.test(part) || known(part) !== undefined)
      ? parts.map((part) => known(part) ?? part).join('')
      : english;
  };
  /** Why a file cannot be read is a sentence of its own, or a part of another. */
  const withoutStop = (english: string): string | undefined => {
    const told = english.endsWith('.') ? known(english.slice(0, -1)) : undefined;
    return told === undefined ? undefined : told + (catalogue['.'] ?? '.');
  };
  return (english) => known(english) ?? withoutStop(english) ?? english;
}

interface Pattern {
  readonly pattern: RegExp;
  /** As the English sentence has them, in their order. */
  readonly slots: readonly string[];
  readonly told: string;
}

/** Of several that fit, the one with the most words of its own comes first. */
function patternsOf(catalogue: Catalogue): readonly Pattern[] {
  return Object.entries(catalogue)
    .filter(([english]) => english.search(SLOT) >= 0)
    .sort(([a], [b]) => b.replace(SLOT, '').length - a.replace(SLOT, '').length)
    .map(([english, told]) => ({
      pattern: new RegExp(`^${english.split(SLOT).map(escaped).join('([^]*?)')}$`),
      slots: english.match(SLOT) ?? [],
      told,
    }));
}

const SLOT = /\{\d\}|<\d>/g;
const QUOTED = /^“.*”$/;

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
