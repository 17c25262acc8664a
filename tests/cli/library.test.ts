import { describe, expect, test } from 'vitest';
import { findingsIn, folderWith, replylint, rulesIn } from './run.ts';

const SHIPPED = 'Your order is packed and leaves our warehouse today, the courier will call you before he comes.';

describe('a library', () => {
  test('of one entry a line is one library, and each finding stands in its line', async () => {
    const lines = [
      { title: 'Shipped', body: SHIPPED },
      { title: 'Thanks', body: 'Thank you for your order, we will write to you as soon as there is news of it.' },
      { title: 'Shipped again', body: SHIPPED },
    ];
    const cwd = folderWith({ 'a.jsonl': lines.map((line) => `${JSON.stringify(line)}\n`).join('') });
    const args = ['a.jsonl', '--kind', 'library', '--only', 'library/near-duplicate'];
    const outcome = await replylint([...args, '--format', 'json'], { cwd });
    expect(findingsIn(outcome)).toMatchObject([
      {
        line: 3,
        entry: 'Shipped again',
        message: '100 % of it stands in “Shipped” too. Keep one of them.',
        related: [{ why: 'counterpart', path: 'a.jsonl', line: 1 }],
      },
    ]);
    const { out } = await replylint(args, { cwd });
    expect(out).toContain('--> a.jsonl:3:');
    expect(out).toMatch(/^ 1 \| .*"Shipped"/m);
    expect(out).toContain('1 warning in 1 of 1 file.');
  });

  test('that breaks off is linted as far as it goes', async () => {
    const line = `${JSON.stringify({ title: 'A', body: SHIPPED })}\n`;
    const cwd = folderWith({ 'a.jsonl': `${line}{"title":\n${line}` });
    const outcome = await replylint(['a.jsonl', '--kind', 'library', '--format', 'json', '--only', 'library/*'], {
      cwd,
    });
    expect(outcome.code).toBe(2);
    expect([...rulesIn(outcome)].sort()).toEqual(['input/malformed', 'library/near-duplicate']);
  });

  test('of thousands of entries with the same words is read in time', async () => {
    const entries = Array.from({ length: 4000 }, (_, index) => ({
      title: `t${index}`,
      body: `${SHIPPED} ${index % 7}`,
    }));
    const cwd = folderWith({ 'a.json': JSON.stringify(entries) });
    const started = performance.now();
    const outcome = await replylint(['a.json', '--format', 'json', '--only', 'library/*,template/*'], { cwd });
    expect(findingsIn(outcome).length).toBeGreaterThan(3900);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test('is compared with the day that --today names', async () => {
    const cwd = folderWith({ 'a.yaml': '- {title: Sale, body: "20% off until 30 November 2025."}\n' });
    const run = async (day: string) =>
      rulesIn(await replylint(['a.yaml', '--format', 'json', '--today', day], { cwd }));
    expect(await run('2025-11-30')).toEqual([]);
    expect(await run('2025-12-01')).toEqual(['library/dead-date']);
    expect((await replylint(['a.yaml', '--today', 'tomorrow'], { cwd })).code).toBe(2);
  });

  test('may use the slots that the configuration lists, and no others', async () => {
    const cwd = folderWith({
      'replylint.config.yaml':
        'rules:\n  template/unknown-placeholder: {unknown-placeholder: {vendors: [chatwoot], known: [order.carrier]}}\n',
      'a.yaml': '- {title: A, body: "Hi {{contact.name}}, {{order.carrier}} has it, {{order.number}}. [note]"}\n',
    });
    const outcome = await replylint(['a.yaml', '--format', 'json', '--only', 'template/unknown-placeholder'], { cwd });
    expect(findingsIn(outcome)).toMatchObject([
      { rule: 'template/unknown-placeholder', words: '{{order.number}}', instead: null },
    ]);
  });
});

describe('replies that are canned', () => {
  const canned =
    'Hello, you can follow your parcel: log in, open Orders, choose the order and press Track to see where it is now.';
  const files = {
    'canned.yaml': `- {title: Track, body: "${canned}"}\n`,
    'draft.txt': canned,
    'own.txt': `Hello Ms Park, ${canned.slice(7)}`,
  };
  const args = ['--channel', 'email', '--only', 'canned/unpersonalised', '--format', 'json'];

  test.each([
    ['by the configuration', { ...files, 'replylint.config.yaml': 'libraries: [canned.yaml]\n' }, []],
    ['by the flag', files, ['--library', 'canned.yaml']],
  ])('are known %s', async (_, all, flags) => {
    const cwd = folderWith(all);
    const copied = await replylint(['draft.txt', ...args, ...flags], { cwd });
    expect(findingsIn(copied)).toMatchObject([
      {
        message:
          '100 % of it is the canned reply “Track”, with nothing of this customer’s case. Add the name or what was asked.',
      },
    ]);
    expect(rulesIn(await replylint(['own.txt', ...args, ...flags], { cwd }))).toEqual([]);
  });

  test('are not looked for where nobody says where they are', async () => {
    expect(rulesIn(await replylint(['draft.txt', ...args], { cwd: folderWith(files) }))).toEqual([]);
  });

  test('must be there where somebody says so', async () => {
    const cwd = folderWith({ ...files, 'empty.yaml': '[]\n' });
    const outcome = await replylint(['draft.txt', ...args, '--library', 'empty.yaml'], { cwd });
    expect(outcome).toMatchObject({ code: 2, err: 'replylint: there is no canned reply in empty.yaml.\n' });
  });
});
