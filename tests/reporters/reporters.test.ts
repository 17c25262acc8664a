import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse as parseJunit } from 'junit2json';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import { agent } from '../../src/reporters/agent.ts';
import { checkstyle } from '../../src/reporters/checkstyle.ts';
import { compact } from '../../src/reporters/compact.ts';
import { github } from '../../src/reporters/github.ts';
import { gitlab } from '../../src/reporters/gitlab.ts';
import { json } from '../../src/reporters/json.ts';
import { jsonl } from '../../src/reporters/jsonl.ts';
import { junit } from '../../src/reporters/junit.ts';
import { markdown } from '../../src/reporters/markdown.ts';
import { rdjson } from '../../src/reporters/rdjson.ts';
import { REPORTERS } from '../../src/reporters/registry.ts';
import type { SourceReport } from '../../src/reporters/reporter.ts';
import { sarif } from '../../src/reporters/sarif.ts';
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

const CHAT = '客户：杯子碎了\n客服：😀你的，不归我管\n客服：lol\n';

/** All that a finding may have. */
const FULL = reportOn('客服 [1]/chat.txt', CHAT, (source) => {
  const full = findingAt(source, '你的', {
    severity: 'error',
    instead: '您的',
    conversation: 'c1',
    messageIndex: 1,
    role: 'agent',
    speaker: '小敏',
    language: 'zh-Hans',
    related: [{ ...findingAt(source, '杯子碎了'), why: 'occasion', path: source.path }],
  });
  const silenced = findingAt(source, '不归我管', { suppression: { by: 'baseline', reason: 'known since May' } });
  return {
    findings: [
      {
        ...full,
        fix: {
          safety: 'safe',
          edits: [{ span: full.spans[0] as { start: number; end: number }, words: '您的' }],
          changes: [{ was: '你的', becomes: '您的' }],
        },
      },
      findingAt(source, 'lol', { severity: 'info', rule: 'wording/other' }),
    ],
    suppressed: [silenced],
  };
});
const CLEAN = reportOn('clean.txt', 'Agent: Hello.\n', () => ({}));

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(`${ROOT}docs/schemas/${name}.schema.json`, 'utf8')) as object;

describe('json', () => {
  test('is what the published schema says', async () => {
    const report = JSON.parse(await textOf(json.report, [FULL, CLEAN])) as {
      findings: { fix: unknown; related: unknown[] }[];
      suppressed: unknown[];
      summary: unknown;
    };
    expectValid(new Ajv().compile(schemaOf('report')), report);
    expect(report.findings).toHaveLength(2);
    expect(report.findings[0]?.fix).toEqual({
      safety: 'safe',
      edits: [
        {
          span: { start: 13, end: 15 },
          line: 2,
          column: 6,
          endLine: 2,
          endColumn: 8,
          words: '您的',
          was: '你的',
          becomes: '您的',
        },
      ],
    });
    expect(report.suppressed).toMatchObject([{ suppression: { by: 'baseline', reason: 'known since May' } }]);
    expect(report.summary).toEqual({ files: 2, skippedFiles: 0, error: 1, warning: 0, info: 1, suppressed: 1 });
  });

  test('a report that lacks a field, or has another, is not', async () => {
    const validate = new Ajv().compile(schemaOf('report'));
    const report = JSON.parse(await textOf(json.report, [FULL])) as { findings: Record<string, unknown>[] };
    delete report.findings[0]?.['fingerprint'];
    expect(() => expectValid(validate, report)).toThrow('fingerprint');
    expect(() => expectValid(validate, { ...report, version: 2 })).toThrow();
  });
});

describe('jsonl', () => {
  test('is one value a line, as the published schema says', async () => {
    const lines = (await textOf(jsonl.report, [FULL, CLEAN])).trimEnd().split('\n');
    const validate = new Ajv({ discriminator: true }).compile(schemaOf('report-line'));
    for (const line of lines) expectValid(validate, JSON.parse(line));
    expect(lines.map((line) => (JSON.parse(line) as { type: string }).type)).toEqual([
      'finding',
      'finding',
      'suppressed',
      'summary',
    ]);
  });
});

describe('sarif', () => {
  test('is valid and says all that is known', async () => {
    const log = sarifLog(await textOf(sarif.report, [FULL, CLEAN]));
    const [run] = log.runs;
    expect(run?.tool.driver).toMatchObject({ name: 'replylint', version: '1.2.3' });
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(['wording/made-up', 'wording/other']);
    expect(run?.tool.driver.rules?.[0]).toMatchObject({
      shortDescription: { text: '“…” is made up.' },
      fullDescription: { text: 'For the test.' },
      help: { text: 'For the test.\n\nwrite instead: Else.' },
      defaultConfiguration: { level: 'error' },
    });
    expect(run?.invocations).toEqual([{ executionSuccessful: true }]);
    const [first, second, silenced] = run?.results ?? [];
    expect(first).toMatchObject({
      ruleId: 'wording/made-up',
      ruleIndex: 0,
      level: 'error',
      locations: [
        {
          physicalLocation: {
            // RFC 3986: brackets, blanks and Chinese characters are written in hexadecimal.
            artifactLocation: { uri: '%E5%AE%A2%E6%9C%8D%20%5B1%5D/chat.txt' },
            region: { startLine: 2, startColumn: 6, endLine: 2, endColumn: 8 },
          },
        },
      ],
      relatedLocations: [{ id: 1, physicalLocation: { region: { startLine: 1, startColumn: 4 } } }],
      fixes: [
        {
          artifactChanges: [
            { replacements: [{ deletedRegion: { startLine: 2, startColumn: 6 }, insertedContent: { text: '您的' } }] },
          ],
        },
      ],
    });
    expect(first?.message.text).toContain('[because](1)');
    expect(second).toMatchObject({ level: 'note', ruleIndex: 1 });
    expect(second?.suppressions).toBeUndefined();
    expect(silenced?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'known since May' },
    ]);
    expect(run?.columnKind).toBe('utf16CodeUnits');
  });

  test('says that a file could not be read', async () => {
    const broken = reportOn('x.json', '{', (source) => ({
      findings: [findingAt(source, '{', { rule: 'input/malformed' })],
    }));
    const log = sarifLog(await textOf(sarif.report, [broken]));
    expect(log.runs[0]?.invocations?.[0]?.executionSuccessful).toBe(false);
  });

  test('two like findings of a file, and one elsewhere, have fingerprints of their own', async () => {
    const like = (path: string) =>
      reportOn(path, CHAT, (source) => ({ findings: [findingAt(source, 'lol'), findingAt(source, 'lol')] }));
    const results = sarifLog(await textOf(sarif.report, [like('a.txt'), like('b.txt')])).runs[0]?.results ?? [];
    expect(
      results.map(({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash']?.slice(-2)),
    ).toEqual([':1', ':2', ':1', ':2']);
  });

  test('paths outside the folder are file URIs', async () => {
    const at = (path: string) => reportOn(path, CHAT, (source) => ({ findings: [findingAt(source, 'lol')] }));
    const results = sarifLog(await textOf(sarif.report, [at('/tmp/a b.txt'), at('C:/chats/a.txt'), at('a:b.txt')]))
      .runs[0]?.results;
    expect(results?.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri)).toEqual([
      'file:///tmp/a%20b.txt',
      'file:///C:/chats/a.txt',
      'a%3Ab.txt',
    ]);
  });

  test('the check is one: a log without a message is refused', () => {
    const log = { version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ ruleId: 'x' }] }] };
    expect(() => sarifLog(JSON.stringify(log))).toThrow('message');
  });
});

describe('rdjson', () => {
  test('counts columns in bytes of UTF-8, and gives fixes as suggestions', async () => {
    const [first, second] = await diagnostics(await textOf(rdjson.report, [FULL, CLEAN]));
    const line = CHAT.split('\n')[1] as string;
    const column = Buffer.byteLength(line.slice(0, line.indexOf('你的'))) + 1;
    expect(first).toMatchObject({
      location: {
        path: '客服 [1]/chat.txt',
        range: { start: { line: 2, column }, end: { line: 2, column: column + 6 } },
      },
      severity: 'ERROR',
      code: { value: 'wording/made-up' },
      suggestions: [{ text: '您的', range: { start: { line: 2, column }, end: { line: 2, column: column + 6 } } }],
      related_locations: [{ message: 'because' }],
    });
    expect(second).toMatchObject({ severity: 'INFO', location: { range: { start: { line: 3, column: 10 } } } });
  });

  test('the check is one: a column of 0 is refused', async () => {
    const text = await textOf(rdjson.report, [FULL]);
    await expect(diagnostics(text.replace('"column":10', '"column":0'))).rejects.toThrow();
  });
});

describe('github', () => {
  test('is read by the rules of the runner, worst first', async () => {
    const log = await textOf(github.report, [
      reportOn('a.txt', CHAT, (source) => ({
        findings: [
          findingAt(source, 'lol', { severity: 'info', instead: '50%, well: no' }),
          findingAt(source, '你的，不归我管\n客服', { severity: 'error' }),
        ],
      })),
      FULL,
    ]);
    const commands = githubCommands(log);
    expect(commands.map(({ kind }) => kind)).toEqual(['error', 'error', 'notice', 'notice']);
    expect(commands[0]?.properties).toEqual({ title: 'wording/made-up', file: 'a.txt', line: '2', endLine: '3' });
    expect(commands[1]?.properties).toMatchObject({ file: '客服 [1]/chat.txt', col: '6', endColumn: '8' });
    expect(commands[2]?.message).toBe('“lol” is made up.\nwrite instead: 50%, well: no');
    expect(log.trimEnd().split('\n').at(-1)).toBe('2 errors, 2 info in 2 of 2 files.');
  });

  test('holds a thousand of each kind, a hundred for the summary, and says how many are left', async () => {
    const many = reportOn('a.txt', CHAT, (source) => ({
      findings: Array.from({ length: 1200 }, () => findingAt(source, 'lol')),
    }));
    const worst = reportOn('b.txt', CHAT, (source) => ({
      findings: [findingAt(source, 'lol', { severity: 'error' })],
    }));
    const commands = githubCommands(await textOf(github.report, [many, worst]));
    expect(commands).toHaveLength(1002);
    expect(commands[0]?.kind).toBe('error');
    expect(commands.at(-1)?.message).toBe('200 more findings are not shown here.');
    const summary = await textOf((github.beside as { report: typeof github.report }).report, [many, worst]);
    const { rows } = markdownPage(summary);
    expect(rows).toHaveLength(1 + 1 + 100);
    expect(rows[1]?.[0]).toBe('error');
    expect(summary).toContain('1100 more findings');
  });
});

describe('gitlab', () => {
  test('is what GitLab documents', async () => {
    const issues = gitlabIssues(await textOf(gitlab.report, [FULL, CLEAN]));
    expect(issues.map(({ check_name, severity, location }) => [check_name, severity, location.lines.begin])).toEqual([
      ['wording/made-up', 'major', 2],
      ['wording/other', 'info', 3],
    ]);
    expect(gitlabIssues(await textOf(gitlab.report, [CLEAN]))).toEqual([]);
  });

  test('no two fingerprints are the same, and they do not move with lines', async () => {
    const like = (path: string, text: string) =>
      reportOn(path, text, (source) => ({ findings: [findingAt(source, 'lol'), findingAt(source, 'lol')] }));
    const prints = async (text: string) =>
      gitlabIssues(await textOf(gitlab.report, [like('a.txt', text), like('b.txt', text)])).map(
        ({ fingerprint }) => fingerprint,
      );
    const before = await prints(CHAT);
    expect(new Set(before).size).toBe(4);
    expect(await prints(`\n\n${CHAT}`)).toEqual(before);
  });
});

describe('junit', () => {
  test('is read by junit2json: what fails, what does not, and a clean file', async () => {
    const suites = (await parseJunit(await textOf(junit.report, [FULL, CLEAN]))) as {
      testsuite: readonly {
        name: string;
        tests: number;
        failures: number;
        skipped: number;
        testcase: readonly {
          name: string;
          classname: string;
          failure?: readonly { inner: string; message: string }[];
        }[];
      }[];
    };
    expect(suites.testsuite.map(({ name, tests, failures, skipped }) => [name, tests, failures, skipped])).toEqual([
      ['客服 [1]/chat.txt', 2, 1, 1],
      ['clean.txt', 1, 0, 0],
    ]);
    const [first] = suites.testsuite[0]?.testcase ?? [];
    expect(first).toMatchObject({
      classname: '客服 [1]/chat.txt',
      name: 'wording/made-up 2:6',
      failure: [{ message: '“你的” is made up.', inner: '客服 [1]/chat.txt:2:6\nwrite instead: 您的' }],
    });
  });

  test('what a suite says of its cases is so, however many there are', async () => {
    const findings = (length: number) => (source: SourceReport['source']) => ({
      findings: Array.from(
        { length },
        (_, index): Finding =>
          findingAt(source, 'lol', index === 0 ? { rule: 'input/malformed', severity: 'error' } : {}),
      ),
    });
    const root = xml(await textOf(junit.report, [reportOn('a.txt', CHAT, findings(2500)), CLEAN]));
    expect(root.children.map(({ attributes }) => attributes['tests'])).toEqual(['1000', '1000', '500', '1']);
    for (const { attributes, children } of root.children) {
      const cases = children.filter(({ name }) => name === 'testcase');
      const count = (outcome: string) =>
        cases.filter((one) => one.children.some(({ name }) => name === outcome)).length;
      expect(attributes).toMatchObject({
        tests: String(cases.length),
        failures: String(count('failure')),
        errors: String(count('error')),
        skipped: String(count('skipped')),
      });
    }
  });
});

describe('checkstyle', () => {
  test('is read by the Danger plugin for lint reports', async () => {
    const two = reportOn('b.txt', CHAT, (source) => ({ findings: [findingAt(source, 'lol')] }));
    const text = await textOf(checkstyle.report, [FULL, CLEAN, two]);
    expect(checkstyleViolations(text)).toMatchObject([
      { line: 2, column: 6, severity: 'error', message: '“你的” is made up.' },
      { line: 3, column: 4, severity: 'info' },
      { line: 3, column: 4, severity: 'warning' },
    ]);
    expect(xml(text).children[0]?.children[1]?.attributes['source']).toBe('replylint.wording/other');
    expect(xml(text).children.map(({ attributes }) => attributes['name'])).toEqual(['客服 [1]/chat.txt', 'b.txt']);
    expect(xml(await textOf(checkstyle.report, [CLEAN])).children).toEqual([]);
  });
});

describe('markdown', () => {
  test('is a table with a row for each finding', async () => {
    const { rows, kinds } = markdownPage(await textOf(markdown.report, [FULL, CLEAN]));
    expect(rows).toEqual([
      ['severity', 'place', 'rule', 'finding'],
      ['error', '客服 [1]/chat.txt:2:6', 'wording/made-up', '“你的” is made up. write instead: 您的'],
      ['info', '客服 [1]/chat.txt:3:4', 'wording/other', '“lol” is made up.'],
    ]);
    expect(kinds).not.toContain('link_open');
    expect(await textOf(markdown.report, [CLEAN])).toBe('No findings in 1 file.\n');
  });

  test('addresses, mentions and markup are words', async () => {
    const words = 'see https://a.example, www.b.example, c.example, d@e.example, //f.example/x, @all #1 *b* ~~s~~ $x$';
    const report = reportOn('a.txt', words, (source) => ({ findings: [findingAt(source, words)] }));
    const { rows, kinds } = markdownPage(await textOf(markdown.report, [report]));
    expect(rows[1]?.[3]).toBe(`“${words}” is made up.`);
    expect([...kinds].filter((kind) => /link|html|image|em_|strong|s_open/.test(kind))).toEqual([]);
  });
});

describe('one line a finding', () => {
  test('compact', async () => {
    expect(await textOf(compact.report, [FULL, CLEAN])).toBe(
      '客服 [1]/chat.txt:2:6: error[wording/made-up] “你的” is made up.\n客服 [1]/chat.txt:3:4: info[wording/other] “lol” is made up.\n',
    );
  });

  test('agent', async () => {
    expect(await textOf(agent.report, [FULL, CLEAN])).toBe(
      '客服 [1]/chat.txt:2:6 error wording/made-up "你的" “你的” is made up. => "您的"\n客服 [1]/chat.txt:3:4 info wording/other "lol" “lol” is made up.\n',
    );
    const long = reportOn('a.txt', 'x'.repeat(10_000), (source) => ({ findings: [findingAt(source, source.text)] }));
    expect((await textOf(agent.report, [long], contextWith())).length).toBeLessThan(450);
  });
});

describe('findings are written as they are found', () => {
  /** These put the worst first, or say first how many there are. */
  const HOLDING = ['github', 'junit'];

  test.each(REPORTERS.filter(({ name }) => !HOLDING.includes(name)))('$name', async ({ report }) => {
    let written = 0;
    const before: number[] = [];
    async function* run() {
      for (let number = 0; number < 5; number++) {
        before.push(written);
        yield reportOn(`${number}.txt`, CHAT, (source) => ({ findings: [findingAt(source, 'lol')] }));
      }
      before.push(written);
    }
    for await (const words of report(run(), contextWith())) written += words.length;
    // When the next is asked for, the last has left.
    for (const [index, length] of before.entries()) expect(length > (before[index - 1] ?? -1)).toBe(true);
  });
});
