import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../root.ts';
import { findingsIn, folderWith, replylint } from './run.ts';

const FIXED = join(ROOT, 'fixtures/fixed');
const FLAGS: Readonly<Record<string, string>> = { unsafe: '--fix=unsafe' };

function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name)).toString('latin1')]));
}

function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'replylint-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

describe('files before and after', () => {
  test.each(readdirSync(FIXED))('fixtures/fixed/%s', async (name) => {
    const cwd = copyOf(join(FIXED, name, 'before'));
    const flag = FLAGS[name] ?? '--fix';
    await replylint([flag, '.'], { cwd });
    expect(filesIn(cwd)).toEqual(filesIn(join(FIXED, name, 'after')));
    // Fixing ends, and stays ended.
    const { err } = await replylint([flag, '.'], { cwd });
    expect(filesIn(cwd)).toEqual(filesIn(join(FIXED, name, 'after')));
    expect(err).toMatch(/^0 findings fixed\./m);
  });

  test.each(readdirSync(FIXED))('fixtures/fixed/%s, as a diff that changes nothing', async (name) => {
    const before = join(FIXED, name, 'before');
    const cwd = copyOf(before);
    const { code, out } = await replylint([FLAGS[name] ?? '--fix', '--diff', '.'], { cwd });
    expect(filesIn(cwd)).toEqual(filesIn(before));
    expect(code).toBe(name === 'safe' ? 2 : 1);
    const after = filesIn(join(FIXED, name, 'after'));
    const changed = Object.entries(filesIn(before)).flatMap(([file, text]) => (after[file] === text ? [] : [file]));
    expect([...out.matchAll(/^\+\+\+ (.*)$/gm)].map((match) => match[1])).toEqual(changed);
  });
});

const SHOUT = 'Agent: Hello, this is Ann from Brightway. It is here!!!\nCustomer: ok!!!\n';
const MENDED = 'Agent: Hello, this is Ann from Brightway. It is here!\nCustomer: ok!!!\n';

describe('a file that is mended', () => {
  test('keeps its mode', async () => {
    const cwd = folderWith({ 'a.txt': SHOUT });
    chmodSync(join(cwd, 'a.txt'), 0o640);
    await replylint(['--fix', 'a.txt'], { cwd });
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(MENDED);
    expect(statSync(join(cwd, 'a.txt')).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd)).toEqual(['a.txt']);
  });

  test('stays what a link points at', async () => {
    const cwd = folderWith({ 'files/a.txt': SHOUT });
    symlinkSync('files/a.txt', join(cwd, 'link.txt'));
    await replylint(['--fix', 'link.txt'], { cwd });
    expect(lstatSync(join(cwd, 'link.txt')).isSymbolicLink()).toBe(true);
    expect(realpathSync(join(cwd, 'link.txt'))).toBe(realpathSync(join(cwd, 'files/a.txt')));
    expect(readFileSync(join(cwd, 'files/a.txt'), 'utf8')).toBe(MENDED);
  });

  test('is not touched where nothing is to be mended', async () => {
    const cwd = folderWith({ 'a.txt': MENDED });
    const before = statSync(join(cwd, 'a.txt'));
    const { err } = await replylint(['--fix', 'a.txt'], { cwd });
    expect(statSync(join(cwd, 'a.txt')).ino).toBe(before.ino);
    expect(err).toBe('0 findings fixed.\n');
  });

  test('is not written where part of it cannot be read', async () => {
    const lines = '{"id":"1","turns":[{"role":"agent","text":"Hello!!!"}]}\n{"id":"2","turns":[{"role"\n';
    const cwd = folderWith({ 'a.jsonl': lines });
    const { code, err } = await replylint(['--fix', 'a.jsonl'], { cwd });
    expect(readFileSync(join(cwd, 'a.jsonl'), 'utf8')).toBe(lines);
    expect(readdirSync(cwd)).toEqual(['a.jsonl']);
    expect(code).toBe(2);
    expect(err).toContain('a.jsonl: left as it is: part of it could not be read.');
  });

  test('is not written where bytes cannot be decoded', async () => {
    const bytes = Buffer.from([...Buffer.from('Agent: Hello!!!\n'), 0xff, 0xfe, 0x80, 0x0a]);
    const cwd = folderWith({ 'a.txt': bytes });
    expect((await replylint(['--fix', 'a.txt'], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, 'a.txt'))).toEqual(bytes);
  });

  test('keeps what only --fix=unsafe changes, and says so', async () => {
    const text = 'Agent: Hello, this is Ann from Brightway.\nAgent: YOUR ORDER IS LATE.\n';
    const cwd = folderWith({ 'a.txt': text });
    const { code, err } = await replylint(['--fix', 'a.txt'], { cwd });
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe(text);
    expect(code).toBe(1);
    expect(err).toBe('0 findings fixed. 1 more can be fixed with --fix=unsafe; read them afterwards.\n');
    expect((await replylint(['--fix=unsafe', 'a.txt'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toContain('Your order is late.');
  });

  test('is named after --fix without being taken for its value', async () => {
    const cwd = folderWith({ unsafe: SHOUT });
    await replylint(['--fix', 'unsafe'], { cwd });
    expect(readFileSync(join(cwd, 'unsafe'), 'utf8')).toBe(MENDED);
  });

  test('is reported as it is afterwards', async () => {
    const cwd = folderWith({ 'a.txt': `${SHOUT}Agent: YOUR ORDER IS LATE!!\n` });
    const outcome = await replylint(['--fix', '--format', 'json', 'a.txt'], { cwd });
    expect(findingsIn(outcome).map(({ rule, words }) => [rule, words])).toEqual([
      ['text/all-caps', 'YOUR ORDER IS LATE'],
    ]);
  });
});

test('a workbook is left as it is, and the reason is told', async () => {
  const cwd = copyOf(join(ROOT, 'fixtures/formats/en'));
  const book = readdirSync(cwd).find((name) => name.endsWith('.xlsx')) as string;
  const before = readFileSync(join(cwd, book));
  await replylint(['--fix=unsafe', '--preset', 'strict', book], { cwd });
  expect(readFileSync(join(cwd, book))).toEqual(before);
});

describe('standard input', () => {
  test('is written to standard output as it is mended, and the report goes elsewhere', async () => {
    const { out, err, code } = await replylint(['--fix', '-'], { stdin: SHOUT });
    expect(out).toBe(MENDED);
    expect(err).toBe('No findings in 1 file.\n1 finding fixed.\n');
    expect(code).toBe(0);
  });

  test('comes out as it went in where nothing is to be mended', async () => {
    expect((await replylint(['--fix', '-'], { stdin: MENDED })).out).toBe(MENDED);
  });

  test('is shown as a diff', async () => {
    const { out, code } = await replylint(['--diff', '--stdin-filename', 'a.txt', '-'], { stdin: SHOUT });
    expect(out).toBe(
      '--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n-Agent: Hello, this is Ann from Brightway. It is here!!!\n+Agent: Hello, this is Ann from Brightway. It is here!\n Customer: ok!!!\n',
    );
    expect(code).toBe(1);
  });
});

test('a diff shows no secrets', async () => {
  const cwd = folderWith({ 'a.txt': 'Agent: Hello!!! Your card is 4111 1111 1111 1111.\n' });
  const { out } = await replylint(['--diff', 'a.txt'], { cwd });
  expect(out).toMatch(/^\+Agent: Hello! Your card is 4111 \*{4} \*{4} 1111\.$/m);
  expect(out).not.toContain('1111 1111');
});

test('a big table is mended record by record', async () => {
  const row = (id: number) => `${id},agent,"It is the the ""best"" one, no. ${id}!!"\r\n`;
  const rows = Array.from({ length: 1500 }, (_, id) => row(id)).join('');
  const cwd = folderWith({ 'a.csv': `conversation,role,text\r\n${rows}` });
  await replylint(['--fix', '--only', 'text/repeated-word,punctuation/excess', 'a.csv'], { cwd });
  const text = readFileSync(join(cwd, 'a.csv'), 'utf8');
  expect(text).toBe(`conversation,role,text\r\n${rows.replaceAll('the the', 'the').replaceAll('!!', '!')}`);
});

test('a file that is changed while it is read is left alone', async () => {
  const cwd = folderWith({ 'a.txt': SHOUT });
  const { Rewrite } = await import('../../src/node/rewrite.ts');
  const rewrite = await Rewrite.of(join(cwd, 'a.txt'), undefined);
  writeFileSync(join(cwd, 'a.txt'), 'Agent: something else\n');
  const source = { path: 'a.txt', text: SHOUT, base: { offset: 0, line: 1 } };
  await expect(rewrite.source(source, [{ span: { start: 0, end: 5 }, words: 'Clerk' }])).rejects.toThrow('changed');
  await rewrite.discard();
  expect(readdirSync(cwd)).toEqual(['a.txt']);
  expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toBe('Agent: something else\n');
});
