import { describe, expect, test } from 'vitest';
import { findingsIn, folderWith, replylint } from '../cli/run.ts';

/** Lints a transcript with one rule of the house alone, and tells where it found fault. */
async function faults(rule: string, transcript: string, config = '', ...flags: string[]): Promise<readonly string[]> {
  const cwd = folderWith({
    'replylint.config.yaml': `ruleFolders: [house]\n${config}`,
    'house/x.yaml': `id: house/x\nsay: x\n${rule}\nexamples: {bad: "Agent: ⟦a⟧", good: "Agent: b"}\n`,
    'a.txt': transcript,
  });
  const outcome = await replylint(['a.txt', '--only', 'house/x', '--format', 'json', ...flags], { cwd });
  expect(outcome.err).toBe('');
  return findingsIn(outcome).map(({ words, messageIndex }) => `${messageIndex} ${words}`);
}

describe('names that must be known', () => {
  const rule = 'needs: <customer-name>\nin: whole conversation\nrequire: <customer-name>';

  test('a rule that needs a name is silent where nobody tells one', async () => {
    expect(await faults(rule, 'Customer: hi\nAgent: Hello.\n')).toEqual([]);
    expect(await faults(rule, 'Customer (visitor_77): hi\nAgent: Hello.\n')).toEqual([]);
  });

  test('the one who speaks is known from the start', async () => {
    expect(await faults(rule, 'Customer (Anna): hi\nAgent: Hello.\n')).toEqual(['1 Hello']);
    expect(await faults(rule, 'Customer (Anna): hi\nAgent: Hello, Anna.\n')).toEqual([]);
  });

  test('a name that the customer gave counts from then on', async () => {
    const before = 'Agent: Hello.\nCustomer: My name is Anna Park.\n';
    expect(await faults(rule, before)).toEqual([]);
    expect(await faults(rule, `${before}Agent: Right.\nAgent: Bye.\n`)).toEqual(['2 Right']);
    expect(await faults(rule, `${before}Agent: Right.\nAgent: Bye, Ms Park.\n`)).toEqual([]);
  });

  test('names of the configuration and of the flags count', async () => {
    expect(await faults(rule, 'Customer: hi\nAgent: Hello.\n', 'customers: [Anna]')).toEqual(['1 Hello']);
    expect(await faults(rule, 'Customer: hi\nAgent: Hello.\n', '', '--customer', 'Anna')).toEqual(['1 Hello']);
  });

  test('companies and agents are needed in the same way', async () => {
    const company = 'needs: <company-name>\nin: first reply\nrequire: <company-name>';
    expect(await faults(company, 'Customer: hi\nAgent: Hello.\n')).toEqual([]);
    expect(await faults(company, 'Customer: hi\nAgent: Hello.\n', 'companies: [Aurora]')).toEqual(['1 Hello']);
  });
});

describe('what comes in order', () => {
  const rule = 'in: first reply\nrequire: {order: {of: [hello, [aurora, borealis], <agent-name>]}}';

  test.each([
    ['Hello, Aurora, Bo here.', []],
    ['Hello there.', []],
    ['Nothing of it.', []],
    ['Aurora, hello.', ['1 Aurora']],
    ['Hello, Bo of Borealis.', ['1 Bo']],
  ])('%s', async (reply, expected) => {
    expect(await faults(rule, `Customer: hi\nAgent: ${reply}\n`, 'agents: [Bo]')).toEqual(expected);
  });

  test('the order runs through all messages of a reply', async () => {
    expect(await faults(rule, 'Customer: hi\nAgent: Aurora.\nAgent: Hello.\n')).toEqual(['1 Aurora']);
  });

  test('words that an earlier step takes say nothing of a later one', async () => {
    const overlapping = 'in: first reply\nrequire: {order: {of: [hello, from aurora bank, aurora]}}';
    expect(await faults(overlapping, 'Customer: hi\nAgent: Hello from Aurora Bank.\n')).toEqual([]);
  });
});

describe('exceptions', () => {
  test('the words at fault, said by the customer first', async () => {
    const rule = 'forbid: [dns, cdn]\nunless: {in: earlier customer message, has: "{words}"}';
    expect(await faults(rule, 'Customer: Is it the DNS?\nAgent: Your dns, and the CDN.\n')).toEqual(['1 CDN']);
    expect(await faults(rule, 'Customer: Is it the adns?\nAgent: Your dns.\n')).toEqual(['1 dns']);
  });

  test('more than a greeting', async () => {
    const rule = 'in: first reply\nrequire: help\nunless: {in: earlier customer message, has more than: [hi, "there"]}';
    expect(await faults(rule, 'Customer: Hi there!\nAgent: Hello.\n')).toEqual(['1 Hello']);
    expect(await faults(rule, 'Customer: Hi there! 5?\nAgent: Hello.\n')).toEqual([]);
    expect(await faults(rule, 'Agent: Hello.\nCustomer: My lamp broke.\n')).toEqual(['0 Hello']);
  });

  test('a message that is there at all', async () => {
    const rule = 'forbid: soon\nunless: {there is: earlier agent message}';
    expect(await faults(rule, 'Agent: Soon.\nCustomer: ok\nAgent: Soon.\n')).toEqual(['0 Soon']);
  });
});

describe('mistakes', () => {
  test.each([
    ['needs: <customer>\nforbid: a', 'no names are told by “<customer>”'],
    ['needs: <date>\nforbid: a', 'A rule can need: <agent-name>, <company-name>, <customer-name>.'],
    ['require: {order: {of: [a]}}', 'require'],
    ['forbid: a\nunless: {in: same reply, has: a, has more than: b}', 'a condition says where and what'],
    ['forbid: a\nunless: {in: same reply, there is: earlier bot message, has: a}', 'a condition says where and what'],
    ['after: {customer says: a}\nin: whole conversation\nrequire: b', 'an occasion needs a place beside it'],
  ])('%s', async (rule, problem) => {
    const cwd = folderWith({
      'replylint.config.yaml': 'ruleFolders: [house]\n',
      'house/x.yaml': `id: house/x\nsay: x\n${rule}\nexamples: {bad: "Agent: ⟦a⟧", good: "Agent: b"}\n`,
      'a.txt': 'Agent: hi\n',
    });
    const { code, err } = await replylint(['a.txt'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(problem);
  });
});

test('a draft is blamed for what is missing from the whole, not the conversation before it', async () => {
  const cwd = folderWith({
    'replylint.config.yaml': 'ruleFolders: [house]\n',
    'house/x.yaml':
      'id: house/x\nsay: x\nin: whole conversation\nrequire: sorry\nexamples: {bad: "Agent: ⟦a⟧", good: "Agent: sorry"}\n',
    'chat.txt': 'Customer: It broke!\nAgent: Oh.\nCustomer: And?\n',
    'draft.txt': 'We send another.\n',
    'apology.txt': 'We are sorry.\n',
  });
  const lint = (draft: string) =>
    replylint([draft, '--kind', 'draft', '--context', 'chat.txt', '--only', 'house/x', '--format', 'json'], { cwd });
  expect(findingsIn(await lint('draft.txt')).map(({ path, words }) => `${path} ${words}`)).toEqual([
    'draft.txt We send another',
  ]);
  expect(findingsIn(await lint('apology.txt'))).toEqual([]);
});
