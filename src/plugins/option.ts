import * as v from 'valibot';
import type { Figure } from '../checks/figure.ts';
import { count, figure, timeSpan } from '../checks/figure.ts';
import { wantedSchema } from '../checks/phrases.ts';
import type { Wanted } from '../checks/wanted.ts';

/**
 * An option of a mechanism, declared once: what rule files and configurations may write, what the mechanism is given,
 * and what the mistakes say follow from it. Plain data, so that a plugin needs no library to declare it.
 */
export interface Option<Value> {
  readonly kind: 'count' | 'number' | 'time' | 'text' | 'texts' | 'flag' | 'choice' | 'phrases';
  /** For people who write rules. */
  readonly about: string;
  /** What holds where a rule does not say; without one the rule must. */
  readonly default?: Value | undefined;
  /** What a choice is made from. */
  readonly values?: readonly string[] | undefined;
}

interface More<Value> {
  readonly default?: Value;
}

/**
 * The kinds of options. Of a count, a number and a time, rules may give one, or several by preset, channel and
 * language, as everywhere; the mechanism is given the one that applies, and is not asked where none does.
 */
export const option = {
  /** A whole number from 0. */
  count: (about: string, more: More<number> = {}): Option<number> => ({ kind: 'count', about, ...more }),
  number: (about: string, more: More<number> = {}): Option<number> => ({ kind: 'number', about, ...more }),
  /** "90 s", "2 min": milliseconds for the mechanism. @param more.default in milliseconds */
  time: (about: string, more: More<number> = {}): Option<number> => ({ kind: 'time', about, ...more }),
  text: (about: string, more: More<string> = {}): Option<string> => ({ kind: 'text', about, ...more }),
  texts: (about: string, more: More<readonly string[]> = {}): Option<readonly string[]> => ({
    kind: 'texts',
    about,
    ...more,
  }),
  flag: (about: string, more: More<boolean> = {}): Option<boolean> => ({ kind: 'flag', about, ...more }),
  choice: <const Value extends string>(
    values: readonly Value[],
    about: string,
    more: More<Value> = {},
  ): Option<Value> => ({ kind: 'choice', values, about, ...more }),
  /** Phrases, @concepts and <detectors>, as rules write them; ask `hitsOf` where they stand. */
  phrases: (about: string): Option<readonly Wanted[]> => ({ kind: 'phrases', about }),
};

export type Options = Readonly<Record<string, Option<unknown>>>;

/** What a mechanism is given for its options. */
export type ValuesOf<Declared extends Options> = {
  readonly [Name in keyof Declared]: Declared[Name] extends Option<infer Value> ? Value : never;
};

/** What an option may be written as. */
export function schemaOf(declared: Option<unknown>): v.GenericSchema {
  const written = v.pipe(valueSchema(declared), v.description(declared.about));
  return declared.default === undefined ? written : v.optional(written, declared.default as never);
}

export function isFigure({ kind }: Option<unknown>): boolean {
  return kind === 'count' || kind === 'number' || kind === 'time';
}

function valueSchema({ kind, values = [] }: Option<unknown>): v.GenericSchema {
  switch (kind) {
    case 'count':
      return figure(count);
    case 'number':
      return figure(v.number());
    case 'time':
      // A default is in milliseconds already.
      return v.union([figure(timeSpan), v.number()]) as v.GenericSchema<Figure<number>>;
    case 'text':
      return v.string();
    case 'texts':
      return v.array(v.string());
    case 'flag':
      return v.boolean();
    case 'choice':
      return v.picklist(values);
    case 'phrases':
      return wantedSchema;
  }
}
