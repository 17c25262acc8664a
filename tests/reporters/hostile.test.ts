import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { github } from '../../src/reporters/github.ts';
import { REPORTERS } from '../../src/reporters/registry.ts';
import type { Report, SourceReport } from '../../src/reporters/reporter.ts';
import { visible } from '../../src/reporters/visible.ts';
import { folderWith, replylint } from '../cli/run.ts';
import { ROOT } from '../root.ts';
import {
  checkstyleViolations,
  diagnostics,
  expectValid,
  githubCommands,
  gitlabIssues,
  markdownPage,
  sarifLog,
  xml,
} from './consumers.ts';
import { contextWith, findingAt, reportOn, textOf } from './made-up.ts';

const WORDS = JSON.parse(readFileSync(`${ROOT}fixtures/hostile/words.json`, 'utf8')) as Record<string, string>;
const schemaOf = (name: string) =>
  JSON.parse(readFileSync(`${ROOT}docs/schemas/${name}.schema.json`, 'utf8')) as object;
const validateReport = new Ajv().compile(schemaOf('report'));
const validateLine = new Ajv({ discriminator: true }).compile(schemaOf('report-line'));

/** What a report shows: how many findings, and where it is known, the hostile words of the only one. */
interface Shown {
  readonly text: string;
  readonly findings: number;
  readonly words: string | undefined;
}

/** Every reporter must have its own proof here that nothing of a transcript is carried out. */
const HARMLESS: Readonly<Record<string, (shown: Shown) => void | Promise<void>>> = {
  pretty: ({ text }) => plainText(text),
  compact: oneLineEach,
  agent: oneLineEach,
  json({ text, findings, words }) {
    const report = JSON.parse(text) as { findings: { words: string; path: string; message: string }[] };
    expectValid(validateReport, report);
    expect(report.findings).toHaveLength(findings);
    // What programs read is what was written.
    if (words !== undefined)
      expect(report.findings[0]).toMatchObject({ words, path: words, message: sentenceOf(words), conversation: words });
  },
  jsonl({ text, findings, words }) {
    const lines = text.trimEnd().split('\n');
    for (const line of lines) expectValid(validateLine, JSON.parse(line));
    expect(lines.filter((line) => line.startsWith('{"type":"finding"'))).toHaveLength(findings);
    if (words !== undefined) expect(JSON.parse(lines[0] as string)).toMatchObject({ words, path: words });
  },
  sarif({ text, findings, words }) {
    const [run] = sarifLog(text).runs;
    expect(run?.results?.filter(({ suppressions }) => suppressions === undefined)).toHaveLength(findings);
    for (const { message, relatedLocations = [], locations } of run?.results ?? []) {
      // Links lead to the places of the finding and nowhere else.
      const links = [...(message.text ?? '').matchAll(/\]\(([^)]*)\)?/g)].map(([, target]) => target);
      expect(links).toEqual(relatedLocations.map(({ id }) => String(id)));
      expect(locations?.[0]?.physicalLocation?.artifactLocation?.uri).toMatch(/^[\w.~!*'()%/:-]*$/);
    }
    for (const rule of run?.tool.driver.rules ?? []) onlyWords(rule.help?.markdown ?? '');
    if (words !== undefined && isWhole(words) && !words.startsWith('/'))
      expect(
        decodeURIComponent(run?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri as string),
      ).toBe(words);
  },
  github({ text, findings, words }) {
    const commands = githubCommands(text);
    const lines = text.trimEnd().split('\n');
    expect(commands).toHaveLength(findings);
    for (const { kind, properties } of commands) {
      expect(kind).toMatch(/^(?:error|warning|notice)$/);
      expect(Object.keys(properties).filter((name) => !PROPERTIES.includes(name))).toEqual([]);
    }
    expect(lines.slice(0, findings).every((line) => line.startsWith('::'))).toBe(true);
    expect(lines.slice(findings).some((line) => line.includes('::'))).toBe(false);
    if (words === undefined) return;
    expect(commands[0]?.properties['file']).toBe(visible(words));
    expect(commands[0]?.message).toContain(visible(sentenceOf(words)));
  },
  gitlab({ text, findings }) {
    const issues = gitlabIssues(text);
    expect(issues).toHaveLength(findings);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(findings);
  },
  async rdjson({ text, findings, words }) {
    const found = await diagnostics(text);
    expect(found).toHaveLength(findings);
    if (words !== undefined) expect(found[0]?.suggestions?.[0]?.text).toBe(words);
  },
  junit({ text, findings, words }) {
    const cases = xml(text).children.flatMap(({ children }) => children);
    const outcomes = cases.flatMap(({ children }) => children);
    expect(outcomes).toHaveLength(findings);
    expect(outcomes.filter(({ name }) => !['failure', 'error', 'skipped'].includes(name))).toEqual([]);
    if (words !== undefined) expect(outcomes[0]?.attributes['message']).toBe(visible(sentenceOf(words)));
  },
  checkstyle({ text, findings, words }) {
    const files = xml(text).children;
    expect(files.flatMap(({ children }) => children)).toHaveLength(findings);
    expect(checkstyleViolations(text)).toHaveLength(findings);
    if (words !== undefined) expect(files[0]?.children[0]?.attributes['message']).toBe(visible(sentenceOf(words)));
  },
  markdown({ text, findings, words }) {
    const { rows } = onlyWords(text);
    expect(rows).toHaveLength(findings + 1);
    for (const row of rows) expect(row).toHaveLength(4);
    if (words !== undefined) expect(rows[1]?.[3]).toContain(visible(sentenceOf(words)));
  },
};

const PROPERTIES = ['title', 'file', 'line', 'endLine', 'col', 'endColumn'];

test('every reporter is looked at', () => {
  expect(REPORTERS.map(({ name }) => name).filter((name) => HARMLESS[name] === undefined)).toEqual([]);
});

describe.each(REPORTERS)('$name', ({ name, report }) => {
  test.each(Object.entries(WORDS))('%s', async (_, words) => {
    const text = await textOf(report, [hostileReport(words)], CONTEXT);
    inert(text, name);
    await HARMLESS[name]?.({ text, findings: 1, words });
  });
});

test('files of hostile words and names from the command line, through all reporters at once', async () => {
  const cwd = hostileFolder();
  const formats = REPORTERS.flatMap(({ name }) => ['--format', `${name}:out/${name}`]);
  const { out, err } = await replylint(['.', ...formats], { cwd });
  expect([out, err]).toEqual(['', '']);
  const textFrom = (name: string) => readFileSync(join(cwd, 'out', name), 'utf8');
  const findings = textFrom('compact').trimEnd().split('\n').length;
  expect(findings).toBeGreaterThan(400);
  for (const { name } of REPORTERS) {
    inert(textFrom(name), name);
    await HARMLESS[name]?.({ text: textFrom(name), findings, words: undefined });
  }
});

test.each(Object.entries(WORDS))('the summary of a step on GitHub: %s', async (_, words) => {
  const text = await textOf((github.beside as { report: Report }).report, [hostileReport(words)], CONTEXT);
  inert(text, 'beside');
  expect(onlyWords(text).rows).toHaveLength(2);
});

/** Pieces of the syntaxes above, in any order: what escapes one may open another. */
const PIECES = [
  ...[
    '\u001b',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '--',
    '&',
    ';',
    '#',
    '##',
    '::',
    ':',
    '@',
    '`',
    '``',
    '|',
    '\\\\',
    '*',
  ],
  ...[
    '_',
    '~',
    '$',
    '{',
    '}',
    '"',
    "'",
    '=',
    '%',
    '%0A',
    '\n',
    '\r',
    ' ',
    '\t',
    '/',
    '//',
    'www.',
    'http:',
    'a',
    'b.example',
  ],
  ...[
    '1',
    '.',
    ',',
    'add-mask',
    'vso[',
    'script',
    '\ud83d',
    '\ude00',
    '\u202e',
    '\0',
    '你',
    'x',
    '\ufffe',
    '-',
    '+',
    '>',
  ],
];

test('any mixture of them', async () => {
  const mixtures = fc
    .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 })
    .map((pieces) => `${pieces.join('')}x`);
  await fc.assert(
    fc.asyncProperty(mixtures, async (words) => {
      for (const { name, report } of REPORTERS) {
        const text = await textOf(report, [hostileReport(words)], CONTEXT);
        inert(text, name);
        await HARMLESS[name]?.({ text, findings: 1, words });
      }
    }),
    { seed: 20261122, numRuns: Number(process.env['FC_RUNS'] ?? 200) },
  );
});

const CONTEXT = contextWith({
  sentence: ({ words }) => ({ message: sentenceOf(words), instead: words }),
  describe: async ({ severity, words }) => ({ summary: words, why: words, instead: words, severity }),
});

function sentenceOf(words: string): string {
  return `“${words}” is made up.`;
}

/** A finding with the words wherever a finding has any. */
function hostileReport(words: string): SourceReport {
  return reportOn(words, `客户：${words}\n客服：${words}`, (source) => {
    const span = { start: 4 + words.length + 3, end: 4 + words.length + 3 + words.length };
    const place = { words, speaker: words, role: 'agent', messageIndex: 1, spans: [span] } as const;
    const finding = findingAt(source, words, {
      ...place,
      severity: 'error',
      instead: words,
      conversation: words,
      entry: words,
      related: [{ ...findingAt(source, words), ...place, why: 'occasion', path: words }],
      fix: { safety: 'suggestion', edits: [{ span, words }], changes: [{ was: words, becomes: words }] },
    });
    return { findings: [finding], suppressed: [{ ...finding, suppression: { by: 'directive', reason: words } }] };
  });
}

/** Conversations and a library, and files that are named so, as far as files can be. */
function hostileFolder(): string {
  const cwd = folderWith({
    'conversations.jsonl': readFileSync(`${ROOT}fixtures/hostile/conversations.jsonl`),
    'library.json': readFileSync(`${ROOT}fixtures/hostile/library.json`),
  });
  for (const words of Object.values(WORDS)) {
    const name = Buffer.from(`${words.replace(/[\0/]/g, '')}.txt`)
      .subarray(-200)
      .toString();
    mkdirSync(join(cwd, 'named'), { recursive: true });
    writeFileSync(join(cwd, 'named', name), 'Agent: not my problem\n');
    writeFileSync(join(cwd, name), 'Agent: not my problem\n');
  }
  return cwd;
}

/** Nothing that a terminal, or the log of a CI, carries out. */
function inert(text: string, name: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(text.match(/[\0-\x09\x0b-\x1f\x7f-\x9f]/)).toBeNull();
  expect(
    text.match(/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|[\u{e0000}-\u{e007f}]/u),
  ).toBeNull();
  expect(isWhole(text)).toBe(true);
  expect(text.match(/##(?:vso|teamcity)?\[/i)).toBeNull();
  if (name !== 'github') expect(text.match(/^\s*::/m)).toBeNull();
}

/** No half of a character. */
function isWhole(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}

function plainText(text: string): void {
  for (const line of text.split('\n')) expect(line).not.toMatch(/^[=+@]/);
}

function oneLineEach({ text, findings }: Shown): void {
  expect(text.trimEnd().split('\n')).toHaveLength(findings);
  // No cell of a table that begins with them: a program may take it for a formula.
  for (const line of text.split('\n')) expect(line).not.toMatch(/^[=+\-@\s]./);
}

/** Nothing in Markdown but words, code and the table. */
function onlyWords(text: string): ReturnType<typeof markdownPage> {
  const page = markdownPage(text);
  expect([...page.kinds].filter((kind) => !ALLOWED.test(kind))).toEqual([]);
  return page;
}

const ALLOWED =
  /^(?:text|text_special|code_inline|inline|softbreak|(?:paragraph|heading|table|thead|tbody|tr|th|td)_(?:open|close))$/;
