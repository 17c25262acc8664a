import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { CHECKS } from '../checks/registry.ts';
import type { Io } from '../cli/io.ts';
import { main } from '../cli/main.ts';
import { needsText } from '../cli/needs-text.ts';
import { createProgram } from '../cli/program.ts';
import { configSchema } from '../config/schema.ts';
import type { FactKind, FactName, Facts } from '../core/facts.ts';
import { FACTS, MESSAGE_FACTS } from '../core/facts.ts';
import type { Time } from '../core/time.ts';
import { timeText } from '../core/time-text.ts';
import { DETECTORS } from '../detectors/registry.ts';
import { inLanguage } from '../engine/sentence.ts';
import { TRANSFORMS } from '../fixes/registry.ts';
import { FORMATS } from '../formats/registry.ts';
import { LOCALES } from '../locales/registry.ts';
import type { Wording } from '../locales/wording.ts';
import { yamlFilesBelow } from '../node/rule-store.ts';
import { VENDORS } from '../placeholders/registry.ts';
import { REPORTERS } from '../reporters/registry.ts';
import { reportLineSchema, reportSchema } from '../reporters/report-schema.ts';
import { compileRules } from '../rules/compile.ts';
import { needsOf } from '../rules/needs.ts';
import type { RuleBook } from '../rules/rule-book.ts';
import { readRuleBook } from '../rules/rule-book.ts';
import { allRules } from '../rules/rule-settings.ts';
import type { ExampleFile, Sentences } from '../rules/schema.ts';
import { lexiconSchema, ruleSchema } from '../rules/schema.ts';
import { catalogueSchema, readCatalogue } from './catalogue.ts';
import { coveragePage } from './coverage.ts';
import { table } from './markdown.ts';
import { traditional } from './traditional.ts';

/** The documents that are made from the program, by their paths. */
export async function documents(root: string): Promise<ReadonlyMap<string, string>> {
  const book = readRuleBook(yamlFilesBelow(join(root, 'rules'), root));
  const files = new Map<string, string>();
  for (const wording of LOCALES)
    files.set(wording.locale === 'en' ? 'docs/rules.md' : `docs/rules.${wording.locale}.md`, rulesPage(book, wording));
  files.set('docs/cli.md', await cliPage(root));
  files.set('docs/reference.md', referencePage(book));
  files.set('docs/coverage.md', `${MADE}${coveragePage(readCatalogue(root).norms, book.rules)}`);
  files.set('docs/schemas/rule.schema.json', jsonSchema(ruleSchema, 'A rule of replylint'));
  files.set('docs/schemas/lexicon.schema.json', jsonSchema(lexiconSchema, 'A concept of the lexicon of replylint'));
  files.set('docs/schemas/config.schema.json', jsonSchema(configSchema, 'The configuration of replylint'));
  files.set('docs/schemas/catalogue.schema.json', jsonSchema(catalogueSchema, 'The catalogue of norms of replylint'));
  files.set('docs/schemas/report.schema.json', jsonSchema(reportSchema, 'What `replylint --format json` prints'));
  files.set(
    'docs/schemas/report-line.schema.json',
    jsonSchema(reportLineSchema, 'A line of what `replylint --format jsonl` prints'),
  );
  files.set('docs/formats.md', withFormats(readFileSync(join(root, 'docs/formats.md'), 'utf8')));
  files.set('docs/output.md', await withOutputs(readFileSync(join(root, 'docs/output.md'), 'utf8'), root));
  files.set('README.md', await withOutputs(readFileSync(join(root, 'README.md'), 'utf8'), root));
  return files;
}

const MADE = '<!-- Made by `npm run generate`; a test compares it with the program. -->\n';

function rulesPage(book: RuleBook, wording: Wording): string {
  const { explanation, locale } = wording;
  const text = (sentences: Sentences | undefined) =>
    sentences === undefined
      ? ''
      : typeof sentences === 'string'
        ? sentences
        : (inLanguage(sentences, [locale], traditional) ?? '');
  const active = allRules(compileRules(book));
  const needsLine = (id: string) => {
    const rule = active.find((one) => one.rule.id === id);
    const needs = rule === undefined ? undefined : needsText(needsOf(rule), wording);
    return needs === undefined ? '' : `${explanation.needs}: ${needs}`;
  };
  const sections = [...book.rules]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((rule) => {
      const facts = [
        `${explanation.severity}: ${wording.severity[rule.severity]}`,
        `${explanation.preset}: ${rule.preset}`,
        rule.channels === undefined ? '' : `${explanation.channels}: ${rule.channels.join(', ')}`,
        rule.documents === undefined ? '' : `${explanation.documents}: ${rule.documents.join(', ')}`,
        needsLine(rule.id),
        rule.fix === undefined
          ? ''
          : `${wording.fixing.fix}: ${wording.fixing.safety[rule.fix.safety]} (${rule.fix.by})`,
        rule.source === undefined ? '' : `${explanation.source}: ${rule.source.join(', ')}`,
      ];
      return [
        `## ${rule.id}`,
        `> ${text(rule.say)}`,
        text(rule.why).trim(),
        facts.filter((fact) => fact !== '').join(' · '),
        rule.instead === undefined ? '' : `${wording.instead}: ${text(rule.instead)}`,
        examplesSection(explanation.bad, rule.examples?.bad),
        examplesSection(explanation.good, rule.examples?.good),
      ]
        .filter((part) => part !== '')
        .join('\n\n');
    });
  return `${MADE}# replylint: ${explanation.rules}\n\n${sections.join('\n\n')}\n`;
}

function examplesSection(title: string, examples: ExampleFile | ExampleFile[] | undefined): string {
  if (examples === undefined) return '';
  const blocks = [examples].flat().map((example) => {
    const { text, ...settings } = typeof example === 'string' ? { text: example } : example;
    const about = Object.entries(settings).map(
      ([key, value]) => `${key}: ${key === 'facts' ? factsText(value as Facts) : String(value)}`,
    );
    return `${about.length === 0 ? '' : `${about.join(', ')}\n\n`}\`\`\`text\n${text.trimEnd()}\n\`\`\``;
  });
  return `**${title}**\n\n${blocks.join('\n\n')}`;
}

function factsText(facts: Facts): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? timeText(value as Time) : lengthText(name, value)}`)
    .join(', ');
}

function lengthText(name: string, value: unknown): string {
  return FACTS[name as FactName].kind === 'length' ? `${Number(value) / 1000} s` : String(value);
}

async function cliPage(root: string): Promise<string> {
  const program = createProgram(
    worldAt(root, () => undefined),
    () => undefined,
  );
  const helps = [program, ...program.commands].map((command) => {
    const name = command === program ? 'replylint' : `replylint ${command.name()}`;
    let help = '';
    command.configureOutput({
      writeOut: (words) => {
        help += words;
      },
      getOutHelpWidth: () => HELP_WIDTH,
    });
    command.outputHelp();
    return `## ${name}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\``;
  });
  return `${MADE}# Command line\n\n${helps.join('\n\n')}\n`;
}

const HELP_WIDTH = 100;

function referencePage(book: RuleBook): string {
  const concepts = new Map<string, Map<string, number>>();
  for (const { concept, language, phrases } of book.lexicon) {
    const counts = concepts.get(concept) ?? new Map<string, number>();
    counts.set(language, (counts.get(language) ?? 0) + phrases.length);
    concepts.set(concept, counts);
  }
  const languages = [...new Set(book.lexicon.map(({ language }) => language))].sort();
  const users = (concept: string) =>
    book.rules.filter((rule) => JSON.stringify(rule).includes(`"@${concept}"`)).map(({ id }) => id);
  return [
    `${MADE}# Reference`,
    '## Mechanisms of rules\n\nWhat may stand under `forbid` and `limit` beside phrases.',
    table(
      ['mechanism', 'verb', 'what it does', 'options'],
      CHECKS.filter(({ options }) => options !== undefined).map((check) => [
        `\`${check.name}\``,
        check.verb,
        check.about,
        optionNames(check.options as GenericSchema),
      ]),
    ),
    '## Transforms\n\nWhat a rule may name under `fix: {by: …, safety: …}`. [fixing.md](fixing.md) says how fixes are made.',
    table(
      ['transform', 'what it writes', 'used by'],
      TRANSFORMS.map(({ name, about }) => [
        `\`${name}\``,
        about,
        book.rules
          .filter(({ fix }) => fix?.by === name)
          .map(({ id, fix }) => `${id} (${fix?.safety})`)
          .join(', '),
      ]),
    ),
    '## Facts\n\nWhat may be known of a contact beside what was said; usable in `only if`, `unless`, `forbid: {facts: …}` and `limit: {amounts: …}`. JSON fields write `_` for a blank.',
    table(
      ['fact', 'what it may be', 'what it says'],
      Object.entries({ ...FACTS, ...MESSAGE_FACTS }).map(([name, fact]: [string, FactKind]) => [
        `\`${name}\`${name in MESSAGE_FACTS ? ' (of a message)' : ''}`,
        fact.kind === 'choice' ? fact.values.join(', ') : KINDS_OF_FACTS[fact.kind],
        fact.about,
      ]),
    ),
    '## Detectors\n\nUsable as `<name>` alone or inside a phrase.',
    table(
      ['detector', 'what it finds'],
      DETECTORS.map(({ name, about }) => [`\`<${name}>\``, about]),
    ),
    '## Concepts of the lexicon\n\nUsable as `@name`. The numbers count phrases; each stands for several wordings.',
    table(
      ['concept', ...languages, 'used by'],
      [...concepts]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([concept, counts]) => [
          `\`@${concept}\``,
          ...languages.map((language) => counts.get(language) ?? ''),
          users(concept).join(', '),
        ]),
    ),
    '## Help desks whose slots are known\n\nFor `vendors` of `unknown-placeholder`.',
    table(
      ['vendor', 'a slot of it'],
      VENDORS.map(({ name, grammar, known }) => [`\`${name}\``, `\`${grammar}${known[0]}${CLOSING[grammar]}\``]),
    ),
    '## Formats of reports\n\nFor `--format`; see [output.md](output.md).',
    table(
      ['format', 'what it is'],
      REPORTERS.map(({ name, about }) => [`\`${name}\``, about.replaceAll('|', '\\|')]),
    ),
    '## Formats that are read',
    table(
      ['format', 'kind', 'what it is'],
      FORMATS.map(({ name, kind, about }) => [name, kind, about]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

const CLOSING = { '{{': '}}', '{%': '%}', '#{': '}', '%{': '}' } as const;
const KINDS_OF_FACTS = {
  flag: 'true, false',
  count: 'a whole number',
  length: 'a length of time',
  moment: 'a time',
  zone: 'a time zone',
} as const;

function optionNames(options: GenericSchema): string {
  const schema = toJsonSchema(options, { errorMode: 'ignore' }) as {
    properties?: Record<string, { description?: string }>;
  };
  return Object.entries(schema.properties ?? {})
    .map(([name, { description }]) => `\`${name}\`: ${description ?? ''}`)
    .join(' ');
}

function jsonSchema(schema: GenericSchema, title: string): string {
  // What people write, before lengths of time become milliseconds.
  const made = toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' });
  return `${JSON.stringify({ ...made, title }, null, 2)}\n`;
}

/** Blocks that show the program's own output: `<!-- output: ARGUMENTS -->` and the fence after it. */
async function withOutputs(readme: string, root: string): Promise<string> {
  let result = readme;
  for (const match of readme.matchAll(/<!-- output: (?<args>[^>]+) -->\n```text\n[\s\S]*?```/g)) {
    const args = match.groups?.['args'] as string;
    let out = '';
    await main(
      args.split(' '),
      worldAt(root, (words) => {
        out += words;
      }),
    );
    result = result.replace(
      match[0],
      () => `<!-- output: ${args} -->\n\`\`\`text\n$ npx replylint ${args}\n${out.trimEnd()}\n\`\`\``,
    );
  }
  return result;
}

/** The page with the table of formats in its place. */
function withFormats(page: string): string {
  const rows = FORMATS.map(({ name, kind, tells }) => [
    name,
    kind,
    tells.files,
    tells.knownBy,
    tells.roles,
    tells.times === '' ? '–' : tells.times,
    tells.positions ?? 'exact',
    tells.refuses === undefined ? 'yes' : `but for: ${tells.refuses}`,
    tells.streams ?? (tells.files.includes('JSONL') ? 'JSONL' : '–'),
  ]);
  const shown = table(
    ['format', 'kind', 'files', 'known by', 'roles', 'times', 'places', 'write-back', 'as a stream'],
    rows,
  );
  return page.replace(
    /<!-- formats -->[\s\S]*?<!-- \/formats -->/,
    () => `<!-- formats -->\n${shown}\n<!-- /formats -->`,
  );
}

/** A world without colours, environment or input. */
function worldAt(root: string, write: (words: string) => void): Io {
  return {
    cwd: root,
    home: root,
    env: {},
    isTerminal: false,
    columns: HELP_WIDTH,
    err: write,
    out: async (words) => write(String(words)),
    stdin: async () => Buffer.alloc(0),
  };
}
