import { resolve } from 'node:path';
import type { SetupPlace } from '../core/setup-error.ts';
import { SetupError } from '../core/setup-error.ts';
import { wholeFile } from '../core/source.ts';
import type { ExampleReader } from '../engine/examples.ts';
import { runExamples } from '../engine/examples.ts';
import { PhraseReach } from '../engine/phrase-reach.ts';
import { readDocument } from '../formats/read-document.ts';
import { isFolder, shownPath } from '../node/files.ts';
import { suggestion } from '../rules/nearest.ts';
import type { Plan } from '../rules/plan.ts';
import type { LexiconEntry, RuleBook } from '../rules/rule-book.ts';
import type { RuleFile } from '../rules/schema.ts';
import { treeReaderFor } from '../texts/tree-reader.ts';
import type { Io } from './io.ts';
import { wordingFor } from './locale.ts';
import { CLEAN, FINDINGS } from './main.ts';
import { paintFor } from './paint.ts';
import type { CommonOptions } from './settings.ts';
import type { MissedPhrase, TestedRule, TestReport } from './test-text.ts';
import { isWrong, jsonText, prettyText } from './test-text.ts';
import { openWorkspace, ruleFolders } from './workspace.ts';

export interface TestOptions extends CommonOptions {
  readonly coverage?: boolean | undefined;
  readonly format: 'pretty' | 'json';
}

/** Runs the examples of rules, as their authors do while they write them. */
export async function test(wanted: readonly string[], options: TestOptions, io: Io): Promise<number> {
  const workspace = openWorkspace(io, options);
  const found = await workspace.config();
  const own = ruleFolders(found);
  const named = wanted.filter((one) => isFolder(resolve(io.cwd, one)));
  const folders = [...new Set([...own, ...named.map((one) => resolve(io.cwd, one))])];
  const book = await workspace.store.book(folders, found.config.tools);
  const plan = await workspace.store.plan(folders, found.config.tools);
  const chosen = chosenFrom(
    book,
    wanted,
    named.length > 0 || wanted.length === 0 ? (wanted.length === 0 ? own : named) : [],
    io.cwd,
  );
  const readYaml = await treeReaderFor('yaml');
  const read: ExampleReader = (text, settings) =>
    readDocument(wholeFile('example', text), settings.kind === 'library' ? readYaml : undefined, {
      ...settings,
      fields: {},
    }).documents;
  const tested = chosen.rules.map((rule) => testedRule(rule, book, plan, read));
  const report: TestReport = {
    rules: tested,
    missed: options.coverage === true ? missedPhrases(chosen, tested, plan, book) : undefined,
  };
  const wording = wordingFor([options.locale, found.config.file.locale], io.env);
  await io.out(
    options.format === 'json' ? jsonText(report) : prettyText(report, wording.house, await paintFor(options.color, io)),
  );
  return tested.some((rule) => isWrong(rule, report)) ? FINDINGS : CLEAN;
}

/** Rules, and the lexicon files beside them. */
interface Chosen {
  readonly rules: readonly RuleFile[];
  readonly lexicon: readonly LexiconEntry[];
}

/** @throws SetupError where nothing is named, or what is named is not there */
function chosenFrom(book: RuleBook, wanted: readonly string[], folders: readonly string[], cwd: string): Chosen {
  if (wanted.length === 0 && folders.length === 0)
    throw new SetupError('there are no rules to test.', {
      mend: 'Name folders, ids or greeting/*, or write ruleFolders into the configuration.',
    });
  const isBelow = (item: RuleFile | LexiconEntry) => {
    const path = book.documents?.get(item)?.path;
    return path !== undefined && folders.some((folder) => path.startsWith(`${shownPath(resolve(cwd, folder), cwd)}/`));
  };
  const rules = new Set(book.rules.filter(isBelow));
  const ids = book.rules.map(({ id }) => id);
  for (const pattern of wanted.filter((one) => !folders.includes(one))) {
    const fitting = book.rules.filter(({ id }) =>
      pattern.endsWith('/*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern,
    );
    if (fitting.length === 0)
      throw new SetupError(`there is no folder and no rule “${pattern}”.`, {
        mend: suggestion(pattern, ids) || 'See `replylint rules`.',
      });
    for (const rule of fitting) rules.add(rule);
  }
  return {
    rules: [...rules].filter((rule) => rule['reported by'] === undefined).sort((a, b) => (a.id < b.id ? -1 : 1)),
    lexicon: book.lexicon.filter(isBelow),
  };
}

function testedRule(rule: RuleFile, book: RuleBook, plan: Plan, read: ExampleReader): TestedRule {
  const document = book.documents?.get(rule);
  const numbers = { bad: 0, good: 0 };
  const examples = runExamples(rule, plan, read).map((result) => {
    const index = numbers[result.kind]++;
    const isList = Array.isArray(rule.examples?.[result.kind]);
    const path = ['examples', result.kind, ...(isList ? [index] : [])];
    return { number: index + 1, place: document?.place(path), result };
  });
  return {
    rule,
    place: document?.place(['id']),
    examples,
    fires: examples.some(({ result }) => result.found.length > 0),
  };
}

/** The phrases of the rules and of the lexicon beside them that stand in no example. */
function missedPhrases(
  { rules, lexicon }: Chosen,
  tested: readonly TestedRule[],
  plan: Plan,
  book: RuleBook,
): readonly MissedPhrase[] {
  const concepts = new Set(lexicon.map(({ concept }) => `@${concept}`));
  const owners = new Map(rules.map((rule) => [rule.id, rule]));
  const ownerOf = (set: string) => owners.get(set.slice(0, set.indexOf(' ')));
  const reach = new PhraseReach(plan, (set) => concepts.has(set) || ownerOf(set) !== undefined);
  for (const { examples } of tested)
    for (const { result } of examples) for (const document of result.documents) reach.add(document, result.names);
  const missed = reach.missed();
  const ofRules = [...missed].flatMap(([set, phrases]) => {
    const rule = ownerOf(set);
    return rule === undefined
      ? []
      : phrases.map((phrase) => ({ owner: rule.id, phrase, place: placeOf(phrase, rule, book) }));
  });
  const ofLexicon = lexicon.flatMap((entry) => {
    const owner = `@${entry.concept}`;
    const others = new Set(missed.get(owner));
    return entry.phrases.flatMap((item, index) => {
      const phrase = typeof item === 'string' ? item : item.phrase;
      return others.has(phrase)
        ? [{ owner, phrase, place: book.documents?.get(entry)?.place(['phrases', index]) }]
        : [];
    });
  });
  return [...ofRules, ...ofLexicon];
}

/** Where the words stand in the file of a rule, outside of its examples. */
function placeOf(words: string, rule: RuleFile, book: RuleBook): SetupPlace | undefined {
  const document = book.documents?.get(rule);
  const find = (value: unknown, path: readonly (string | number)[]): readonly (string | number)[] | undefined => {
    if (value === words) return path;
    if (typeof value !== 'object' || value === null) return undefined;
    for (const [key, inner] of Object.entries(value)) {
      if (path.length === 0 && key === 'examples') continue;
      const at = find(inner, [...path, Array.isArray(value) ? Number(key) : key]);
      if (at !== undefined) return at;
    }
    return undefined;
  };
  const path = document === undefined ? undefined : find(document.value, []);
  return path === undefined ? undefined : document?.place(path);
}
