import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './run.ts';

const GOOD =
  'id: house/slogan\nforbid: ["@slogan", goodbye]\nsay: x\nexamples:\n  bad: "Agent: ⟦Goodbye⟧."\n  good: b\n';
const WRONG = [
  'id: house/wrong',
  'forbid: [parcel, letter]',
  'say: x',
  'examples:',
  '  bad:',
  '    - "Agent: a ⟦parcel⟧."',
  '    - |',
  '      Customer: hi',
  '      Agent: Your ⟦letter⟧.',
  '      Agent: The letter and the ⟦parcel⟧.',
  '  good:',
  '    - "Agent: a letter."',
].join('\n');

describe('replylint test', () => {
  test('runs the examples of the folders that the configuration names', async () => {
    const cwd = folderWith({
      'replylint.config.yaml': 'ruleFolders: [house]\n',
      ...folderOf(GOOD.replace('"@slogan", ', '')),
    });
    expect(await replylint(['test'], { cwd })).toEqual({
      code: 0,
      err: '',
      out: 'ok    house/slogan (2)\n\n2 examples of 1 rule: all agree.\n',
    });
  });

  test('shows how what was found differs from what was expected', async () => {
    const { out, code } = await replylint(['test', 'house'], { cwd: folderWith(folderOf(WRONG)) });
    expect(code).toBe(1);
    expect(out).toBe(
      [
        'FAIL  house/wrong',
        '      bad example 2  house/x.yaml:7:7',
        '          Customer: hi',
        '          Agent: Your ⟦letter⟧.',
        '        - Agent: The letter and the ⟦parcel⟧.',
        '        + Agent: The ⟦letter⟧ and the ⟦parcel⟧.',
        '        (- expected, + found)',
        '      good example 1  house/x.yaml:12:7',
        '        - Agent: a letter.',
        '        + Agent: a ⟦letter⟧.',
        '        (- expected, + found)',
        '',
        '3 examples of 1 rule: 2 failed.',
        '',
      ].join('\n'),
    );
  });

  test('--coverage fails a rule that nothing makes fire, and lists phrases that nothing reaches', async () => {
    const cwd = folderWith({
      ...folderOf(
        `${GOOD}---\nid: house/silent\nforbid: nothing at all\nsay: x\nexamples: {bad: "Agent: b", good: c}\n`,
      ),
      'house/lexicon/en/slogan.yaml': 'phrases: [goodbye, the day is bright]\n',
    });
    const { out, code } = await replylint(['test', 'house', '--coverage'], { cwd });
    expect(code).toBe(1);
    expect(out).toContain('FAIL  house/silent\n      no example makes it fire  house/x.yaml:8:5\n');
    expect(out).toContain(
      [
        '2 phrases are reached by no example:',
        '  house/silent  nothing at all  house/x.yaml:9:9',
        '  @slogan  the day is bright  house/lexicon/en/slogan.yaml:1:20',
      ].join('\n'),
    );
    expect((await replylint(['test', 'house/slogan', 'house', '--format', 'json'], { cwd })).code).toBe(1);
  });

  test('runs rules that ship, by id and by category', async () => {
    const { out, code } = await replylint(['test', 'greeting/*', 'hold/no-thanks'], { cwd: folderWith({}) });
    expect(code).toBe(0);
    expect(out).toContain('ok    greeting/missing (');
    expect(out).toContain('ok    hold/no-thanks (');
  });

  test('as JSON', async () => {
    const { out } = await replylint(['test', 'house', '--format', 'json', '--coverage'], {
      cwd: folderWith(folderOf(WRONG)),
    });
    const report = JSON.parse(out) as {
      rules: { id: string; examples: { agrees: boolean }[] }[];
      unreached: unknown[];
    };
    expect(report.rules.map(({ id, examples }) => [id, examples.map(({ agrees }) => agrees)])).toEqual([
      ['house/wrong', [true, false, false]],
    ]);
    expect(report.unreached).toEqual([]);
  });

  test.each([
    [[], 'there are no rules to test. Name folders'],
    [['greeting/mising'], 'there is no folder and no rule “greeting/mising”. Did you mean “greeting/missing”?'],
  ])('%j', async (args, problem) => {
    const { err, code } = await replylint(['test', ...args], { cwd: folderWith({}) });
    expect({ code, told: err.includes(problem) }).toEqual({ code: 2, told: true });
  });
});

describe('replylint new rule', () => {
  test.each(['en', 'zh', 'kk'])('what it writes runs as it stands: %s', async (locale) => {
    const cwd = folderWith({});
    const { out, code } = await replylint(['new', 'rule', 'shop/no-shrug', '--locale', locale], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('house-rules/shop/no-shrug.yaml');
    expect(out).toContain('ruleFolders: [house-rules]');
    expect(await replylint(['test', 'house-rules', '--coverage'], { cwd })).toMatchObject({
      code: 0,
      out: 'ok    shop/no-shrug (2)\n\n2 examples of 1 rule: all agree.\n',
    });
  });

  test('goes into the folder of the configuration, in the languages that are wanted', async () => {
    const cwd = folderWith({
      'replylint.config.json': '{"ruleFolders": ["rules"], "language": "zh-Hant"}',
      'rules/a.yaml': '',
    });
    const first = await replylint(['new', 'rule'], { cwd });
    expect(first.out).toBe('Wrote rules/house/new-rule.yaml.\nTry its examples: replylint test rules\n');
    expect(readFileSync(`${cwd}/rules/house/new-rule.yaml`, 'utf8')).toContain('客服：⟦我也没办法⟧。');
    await replylint(['new', 'rule', 'house/other', '--language', 'en,kk'], { cwd });
    const { out } = await replylint(['test'], { cwd });
    expect(out).toBe('ok    house/new-rule (2)\nok    house/other (4)\n\n6 examples of 2 rules: all agree.\n');
  });

  test('never writes over a file or a rule', async () => {
    const cwd = folderWith({ 'house-rules/house/mine.yaml': 'mine' });
    const { err, code } = await replylint(['new', 'rule', 'house/mine'], { cwd });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'replylint: house-rules/house/mine.yaml: there is such a file already. It is left as it is.\n',
    });
    expect(readFileSync(`${cwd}/house-rules/house/mine.yaml`, 'utf8')).toBe('mine');
    const shipped = await replylint(['new', 'rule', 'greeting/missing'], { cwd });
    expect(shipped.err).toContain('there is a rule “greeting/missing” already.');
    expect(existsSync(`${cwd}/house-rules/greeting`)).toBe(false);
  });

  test.each([
    [['rule', 'No Id'], '“No Id” is no id of a rule. Write category/name'],
    [['rule', 'a/b', '--language', 'ru'], '--language ru: there are examples in en, zh, kk only.'],
    [['rul'], 'Allowed choices are rule'],
  ])('%j', async (args, problem) => {
    const { err, code } = await replylint(['new', ...args], { cwd: folderWith({}) });
    expect({ code, told: err.includes(problem) }).toEqual({ code: 2, told: true });
  });
});

function folderOf(rules: string): Readonly<Record<string, string>> {
  return { 'house/x.yaml': rules };
}
