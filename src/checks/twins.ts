import * as v from 'valibot';
import type { Entry } from '../core/document.ts';
import type { Problem, ReadMessage } from './check.ts';
import { defineCheck } from './check.ts';
import type { Fact, FactKind } from './said-facts.ts';
import { factsIn, numbersIn } from './said-facts.ts';

export const twins = defineCheck({
  name: 'twins',
  verb: 'forbid',
  place: 'library',
  about:
    'An entry and its translation that name different numbers, days, times, sums or sites. Entries are twins by id or title, without marks of a language: refund-en and refund-kk, “Refund (EN)” and “Refund (中文)”.',
  options: v.strictObject({}),
  find(target) {
    const problems: Problem[] = [];
    const first = new Map<string, Twin>();
    target.messages.forEach((message, index) => {
      const twin = twinOf(message, target.entries?.[index]);
      const partner = twin.keys.map((key) => first.get(key)).find((one) => one !== undefined);
      if (partner === undefined) for (const key of twin.keys) first.set(key, twin);
      else if (isTranslation(partner, twin)) problems.push(...disagreements(partner, twin));
    });
    return problems;
  },
});

interface Twin {
  readonly message: ReadMessage;
  readonly name: string;
  readonly language: string | undefined;
  readonly keys: readonly string[];
}

function twinOf(message: ReadMessage, entry: Entry | undefined): Twin {
  const names = [entry?.id, entry?.title?.words].filter((name) => name !== undefined).map(unmarked);
  const marked = names.map(({ language }) => language).find((language) => language !== undefined);
  const language = entry?.language ?? marked ?? message.language;
  return {
    message,
    name: entry?.title?.words ?? entry?.id ?? '',
    language: language?.toLowerCase().split(/[-_]/)[0],
    keys: names.map(({ name }) => name).filter((name) => name !== ''),
  };
}

function isTranslation(one: Twin, other: Twin): boolean {
  return one.language !== undefined && other.language !== undefined && one.language !== other.language;
}

const MARKS: readonly (readonly [string, string])[] = [
  ['en', 'en|eng|english|en-us|en-gb|英文|英语|英語|ағылшынша'],
  ['zh', 'zh|cn|chs|cht|zh-cn|zh-tw|zh-hk|zh-hans|zh-hant|chinese|中文|简体|繁体|繁體|қытайша'],
  ['kk', 'kk|kz|kaz|kazakh|қаз|қазақша|哈萨克语'],
  ['ru', 'ru|rus|russian|рус|русский|俄语|俄文|орысша'],
];
const MARK = MARKS.map(([, names]) => names).join('|');
const AT_END = new RegExp(`^(.*?)[\\s._/-]*[([（【]?(?<![\\p{L}\\p{N}])(${MARK})[)\\]）】]?$`, 'iu');
const AT_START = new RegExp(`^[([（【]?(${MARK})(?![\\p{L}\\p{N}])[)\\]）】]?[\\s._/:-]*(.*)$`, 'iu');

/** Longer titles are no names of a reply in two languages, and looking for marks takes the square of the length. */
const LONGEST_NAME = 200;

/** The name without the mark of a language at its end or start, and that language. */
function unmarked(name: string): { readonly name: string; readonly language: string | undefined } {
  const trimmed = name.trim();
  if (trimmed.length > LONGEST_NAME) return { name: keyOf(trimmed), language: undefined };
  const end = AT_END.exec(trimmed);
  if (end !== null && end[1] !== '') return { name: keyOf(end[1] as string), language: languageOf(end[2] as string) };
  const start = AT_START.exec(trimmed);
  if (start !== null && start[2] !== '')
    return { name: keyOf(start[2] as string), language: languageOf(start[1] as string) };
  return { name: keyOf(trimmed), language: undefined };
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim();
}

function languageOf(mark: string): string | undefined {
  return MARKS.find(([, names]) => names.split('|').includes(mark.toLowerCase()))?.[0];
}

/** One for each kind of fact: what one names and the other does not, where the other names another. */
function* disagreements(one: Twin, other: Twin): Generator<Problem> {
  const [facts, others] = [factsIn(one.message), factsIn(other.message)];
  const [numbers, otherNumbers] = [numbersIn(one.message), numbersIn(other.message)];
  for (const kind of KINDS) {
    const [own] = lacking(facts, others, otherNumbers, kind);
    const [differing] = lacking(others, facts, numbers, kind);
    if (own === undefined || differing === undefined) continue;
    yield {
      message: other.message,
      range: { start: differing.start, end: differing.end },
      data: { entry: one.name, other: one.message.words.slice(own.start, own.end) },
      counterpart: { message: one.message, range: { start: own.start, end: own.end } },
    };
  }
}

const KINDS: readonly FactKind[] = ['number', 'duration', 'money', 'date', 'time', 'link'];

/** The facts of a kind that the other does not name. Its numbers may count something else in other words. */
function lacking(
  facts: readonly Fact[],
  others: readonly Fact[],
  numbers: ReadonlySet<string>,
  kind: FactKind,
): readonly Fact[] {
  const named = new Set(others.filter((fact) => fact.kind === kind).flatMap(({ values }) => values));
  const currencies = new Set([...named].map((value) => value.split(' ')[0]));
  return facts.filter((fact) => {
    if (fact.kind !== kind || fact.values.some((value) => named.has(value))) return false;
    if (kind === 'number') return fact.values.every((value) => !numbers.has(value));
    // Prices differ by currency.
    return kind !== 'money' || fact.values.some((value) => currencies.has(value.split(' ')[0]));
  });
}
