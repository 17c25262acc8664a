import type { Range } from '../core/span.ts';
import type { Detector } from './detector.ts';
import { inReadingOrder, KAZAKH_ENDINGS, oneOf, rangesOf } from './detector.ts';
import { COMPOUND_SURNAMES, SURNAMES } from './surname.ts';

export const customerName: Detector = {
  name: 'customer-name',
  about:
    'The name of the customer: of the one who speaks, as the customer gave it, from `customers` in the configuration, or a placeholder for it',
  names: 'customers',
  find({ words, folded }, { customers = [] }) {
    const slots = words.includes('{') || words.includes('[') || words.includes('<') ? rangesOf(SLOT, words) : [];
    if (customers.length === 0) return slots;
    const named = rangesOf(expressionFor(customers), folded).filter((range) => isWrittenAsName(words, range));
    return slots.length === 0 ? named : inReadingOrder([...slots, ...named]);
  },
};

/** Whether the words can be a person's name, and are no login, number or shop: Anna Li, 王小敏, Айгүл Сәрсенқызы. */
export function isPersonName(words: string): boolean {
  return PERSON.test(words.trim());
}

const PERSON = new RegExp(
  `^(?:(?:${COMPOUND_SURNAMES}|[${SURNAMES}])\\p{Script=Han}{1,2}|\\p{Lu}[\\p{L}\\p{M}'’.-]*\\p{Ll}[\\p{L}\\p{M}'’.-]*(?: \\p{Lu}[\\p{L}\\p{M}'’.-]*){0,3})$`,
  'u',
);

/** `{{customer.first_name}}`, `{姓名}`, `[клиенттің аты]`, but not the name of a shop, an agent or a product. */
const SLOT = new RegExp(
  [
    '\\{{1,2}[^{}\\n]{0,40}?(?:NAMES)[^{}\\n]{0,20}\\}{1,2}',
    '\\[[^[\\]\\n]{0,40}?(?:NAMES)[^[\\]\\n]{0,20}\\](?!\\()',
    '<{1,2}[^<>\\n]{0,40}?(?:NAMES)[^<>\\n]{0,20}>{1,2}',
  ]
    .join('|')
    .replaceAll(
      'NAMES',
      '(?:customer|client|user|guest|buyer|contact|recipient|requester|first|last|full|their)[ _.-]?(?:(?:first|last|full)[ _.-]?)?name|客户姓名|客户名|客戶姓名|顾客姓名|用户姓名|姓名|称呼|昵称|клиенттің аты|тұтынушының аты|имя клиента|аты-жөні',
    ),
  'giu',
);

const expressions = new WeakMap<readonly string[], RegExp>();

/** All ways to name the customers, over folded words. */
function expressionFor(customers: readonly string[]): RegExp {
  let expression = expressions.get(customers);
  if (expression === undefined) {
    const spaced = new Set<string>();
    const han = new Set<string>();
    for (const name of customers) {
      if (/\p{Script=Han}/u.test(name)) for (const way of waysInHan(name)) han.add(way);
      else for (const way of waysWithSpaces(name)) spaced.add(way);
    }
    const ways = [...han];
    if (spaced.size > 0)
      ways.push(
        `(?<![\\p{L}\\p{N}_@])${oneOf([...spaced])}(?:(?<=\\p{Script=Cyrillic})${KAZAKH_ENDINGS})?(?![\\p{L}\\p{N}_@])`,
      );
    expression = new RegExp(ways.length === 0 ? '(?!)' : ways.join('|'), 'gu');
    expressions.set(customers, expression);
  }
  return expression;
}

/** Anna Maria Li goes by the whole name and by each part that is more than an initial. */
function waysWithSpaces(name: string): readonly string[] {
  const parts = name.split(/\s+/).filter((part) => part.length > 2 && !part.endsWith('.'));
  return [name, ...parts];
}

/** 王小敏 goes by the whole name, by 小敏, and as 王女士; 王 alone is met everywhere. */
function waysInHan(name: string): readonly string[] {
  const match = new RegExp(`^(${COMPOUND_SURNAMES}|[${SURNAMES}])(.*)$`, 'u').exec(name);
  if (match === null) return [escaped(name)];
  const [, family, given] = match as unknown as [string, string, string];
  return [
    ...(given === '' ? [] : [escaped(name)]),
    ...(given.length >= 2 ? [escaped(given)] : []),
    `${family}${TITLE}`,
  ];
}

/** What follows a family name in an address. */
const TITLE =
  '(?:先生|女士|小姐|太太|夫人|老师|医生|教授|律师|经理|主任|老板|师傅|同学|阿姨|叔叔|大哥|大姐|总(?![计共是之数额部的])|哥|姐|工(?![作程厂]))';

function escaped(name: string): string {
  return oneOf([name]);
}

/** A name is written with a capital: "mark it" speaks to no Mark. Han has none. */
function isWrittenAsName(words: string, { start }: Range): boolean {
  const first = words[start] as string;
  return first === first.toUpperCase();
}
