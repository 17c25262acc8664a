import { inferLanguage } from '../matching/infer-language.ts';
import type { RuleFile } from '../rules/schema.ts';
import type { Catalogue, Norm } from './catalogue.ts';
import { CATALOGUE_FILE, rulesFor } from './catalogue.ts';
import { table } from './markdown.ts';

/** The page that tells what of the catalogue the shipped rules check. */
export function coveragePage(norms: Catalogue['norms'], rules: readonly RuleFile[]): string {
  const covered = new Set(rules.flatMap(({ source }) => source ?? []));
  const entries = [...norms]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, norm]) => ({ id, norm, by: rulesFor(id, norm, rules) }));
  const known = new Set(entries.flatMap(({ by }) => by.map(({ id }) => id)));
  const others = rules
    .map(({ id }) => id)
    .filter((id) => !known.has(id))
    .sort();
  const sums = (name: string, some: readonly Entry[]) => {
    const rows = some.flatMap(({ norm }) => norm.rows);
    const named = rows.filter((row) => covered.has(row));
    return [name, some.length, some.filter(({ by }) => by.length > 0).length, rows.length, named.length];
  };
  return [
    '# Coverage',
    `What the five training texts ask of agents, and which rules check it. The norms are described in [catalogue.yaml](${CATALOGUE_FILE.replace('docs/', '')}); the rules, presets, languages and sums are read from the rule files.`,
    table(
      ['checkable', 'norms', 'with a rule', 'rows', 'rows that rules name'],
      [
        ...CHECKABLE.map((checkable) =>
          sums(
            checkable,
            entries.filter(({ norm }) => norm.checkable === checkable),
          ),
        ),
        sums('all', entries),
      ],
    ),
    '*Full*: decided by position, count, time or a list. *Heuristic*: guessed from language, so that it may err. *Not from text*: out of reach of a program that reads what was written.',
    table(
      ['text', 'rows', 'rows that rules name'],
      TEXTS.map((text) => {
        const rows = entries.flatMap(({ norm }) => norm.rows).filter((row) => row.startsWith(`${text}-`));
        return [`00${text}`, rows.length, rows.filter((row) => covered.has(row)).length];
      }),
    ),
    `Rules of no text: ${others.map(linkTo).join(', ')}.`,
    '## Norms\n\nThe first digit of a row is the number of its text. Several needs are told apart by “or”. The languages are those of the examples that a rule reports.',
    table(
      ['norm', 'what it asks', 'checkable', 'needs', 'rows', 'rule', 'preset', 'languages'],
      entries.map(({ id, norm, by }) => [
        `\`${id}\``,
        norm.asks,
        norm.reason === undefined ? norm.checkable : `${norm.checkable}: ${norm.reason}`,
        needsText(norm),
        norm.rows.join(', '),
        by.map((rule) => linkTo(rule.id)).join(', '),
        distinct(by.map(({ preset }) => preset)),
        distinct(by.flatMap(languagesOf)),
      ]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

interface Entry {
  readonly id: string;
  readonly norm: Norm;
  /** The rules that check it. */
  readonly by: readonly RuleFile[];
}

const CHECKABLE = ['full', 'heuristic', 'not from text'] as const;
const TEXTS = [0, 1, 2, 3, 4];

function needsText({ needs, detail }: Norm): string {
  return `${needs.join(' or ')}${detail === undefined ? '' : ` (${detail})`}`;
}

/** The place of a rule in the page of rules, whose headings are ids. */
function linkTo(id: string): string {
  return `[${id}](rules.md#${id.replaceAll('/', '')})`;
}

/** The languages in which an example shows what the rule reports. */
function languagesOf({ examples }: RuleFile): readonly string[] {
  return [examples?.bad ?? []].flat().flatMap((example) => {
    const words = typeof example === 'string' ? example : example.text;
    const language = inferLanguage(words)?.split('-')[0];
    return language === undefined || !SHOWN.includes(language) ? [] : [language];
  });
}

/** Those that are first-class; an example may hold others in passing. */
const SHOWN = ['en', 'zh', 'kk'];

function distinct(values: readonly string[]): string {
  return [...new Set(values)].sort().join(', ');
}
