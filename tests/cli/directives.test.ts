import { describe, expect, test } from 'vitest';
import { findingsIn, folderWith, replylint, rulesIn } from './run.ts';

/** Rules and lines of the findings in a file. */
async function found(path: string, text: string, flags: readonly string[] = []): Promise<readonly string[]> {
  const cwd = folderWith({ [path]: text });
  const outcome = await replylint([path, '--format', 'json', ...flags], { cwd });
  expect(outcome.err).toBe('');
  return findingsIn(outcome).map(({ rule, line }) => `${rule}:${line}`);
}

const SLANG = 'wording/colloquial-filler';
const CALM = 'wording/forbidden-phrase';

describe('a draft in plain text', () => {
  test.each([
    ['next line', `# replylint-disable-next-line ${SLANG} -- a joke\nlol\nlol\n`, [`${SLANG}:3`]],
    ['next line behind a blank one', `# replylint-disable-next-line ${SLANG} -- a joke\n\nlol\n`, []],
    [
      'several directives for one line',
      `# replylint-disable-next-line ${SLANG} -- a joke\n# replylint-disable-next-line ${CALM} -- another\nlol, calm down\n`,
      [],
    ],
    ['several rules', `# replylint-disable-next-line ${SLANG}, ${CALM} -- a joke\nlol, calm down\n`, []],
    ['a category', '# replylint-disable-next-line wording/* -- a joke\nlol, calm down\n', []],
    [
      'a block',
      `lol\n# replylint-disable ${SLANG} -- a joke\nlol\nlol\n# replylint-enable ${SLANG}\nlol\n`,
      [`${SLANG}:1`, `${SLANG}:6`],
    ],
    ['a block to the end', `# replylint-disable ${SLANG} -- a joke\nlol\n\nlol`, []],
    ['the file', `lol\n# replylint-disable-file ${SLANG} -- a joke\nlol\n`, []],
    ['a Chinese dash', `# replylint-disable-next-line ${SLANG}——客户自己先这样说\nlol\n`, []],
    [
      'a lone carriage return ends a line',
      `# replylint-disable-next-line ${SLANG} -- a joke\rlol\rlol\r`,
      [`${SLANG}:3`],
    ],
    ['CRLF', `# replylint-disable-next-line ${SLANG} -- a joke\r\nlol\r\nlol\r\n`, [`${SLANG}:3`]],
    ['a byte order mark', `\ufeff# replylint-disable-file ${SLANG} -- a joke\nlol\n`, []],
  ])('%s', async (_, text, findings) => {
    expect(await found('draft.txt', text)).toEqual(findings);
  });

  test.each([
    ['without a reason', `# replylint-disable-next-line ${SLANG}\nlol\n`, ['directive/no-reason:1', `${SLANG}:2`]],
    [
      'with a reason of signs',
      `# replylint-disable-file ${SLANG} -- …!\nlol\n`,
      ['directive/no-reason:1', `${SLANG}:2`],
    ],
    ['without a rule', '# replylint-disable-file -- all of it\nlol\n', ['directive/malformed:1', `${SLANG}:2`]],
    ['with an unknown word', `# replylint-disable-all ${SLANG} -- x\nlol\n`, ['directive/malformed:1', `${SLANG}:2`]],
    ['in capitals', `# Replylint-Disable-File ${SLANG} -- x\nlol\n`, ['directive/malformed:1', `${SLANG}:2`]],
    ['deep in a line', `     # replylint-disable-file ${SLANG} -- x\nlol\n`, ['directive/malformed:1', `${SLANG}:2`]],
    [
      'for entries, which a draft has none of',
      `# replylint-disable-next-entry ${SLANG} -- x\nlol\n`,
      ['directive/malformed:1', `${SLANG}:2`],
    ],
    [
      'for an unknown rule',
      `# replylint-disable-file wording/coloquial-filler -- x\nlol\n`,
      ['directive/unknown-rule:1', `${SLANG}:2`],
    ],
    ['for what readers report', '# replylint-disable-file input/malformed -- x\nHello\n', ['directive/unknown-rule:1']],
    [
      'for directives',
      `# replylint-disable-file directive/unused, ${SLANG} -- x\nHello\n`,
      ['directive/unused:1', 'directive/unknown-rule:1'],
    ],
    ['for nothing', `# replylint-disable-next-line ${SLANG} -- x\nHello\nlol\n`, ['directive/unused:1', `${SLANG}:3`]],
    ['at the end', `Hello\n# replylint-disable-next-line ${SLANG} -- x\n`, ['directive/unused:2']],
    [
      'that ends nothing',
      `Hello\n# replylint-enable ${SLANG}\n# replylint-enable\n`,
      ['directive/unused:2', 'directive/unused:3'],
    ],
    [
      'that is needed for one rule of two',
      `# replylint-disable-next-line ${SLANG} ${CALM} -- x\nlol\n`,
      ['directive/unused:1'],
    ],
    [
      'twice',
      `# replylint-disable-file ${SLANG} -- x\n# replylint-disable-next-line ${SLANG} -- y\nlol\n`,
      ['directive/unused:1'],
    ],
  ])('a directive %s is reported', async (_, text, findings) => {
    expect((await found('draft.txt', text)).toSorted()).toEqual([...findings].sort());
  });

  test('is judged without its directives', async () => {
    const cwd = folderWith({ 'd.txt': `Hello,\n# replylint-disable-file ${SLANG} -- x\nyour cup is here.\nlol` });
    const outcome = await replylint(['parse', 'd.txt', '--format', 'json'], { cwd });
    expect(outcome.out).toContain('"words":"Hello,\\nyour cup is here.\\nlol"');
  });

  test('suggests the rule that a mistyped one means', async () => {
    const text = '# replylint-disable-file wording/coloquial-filler -- x\nlol\n';
    const outcome = await replylint(['-', '--format', 'json'], { stdin: text });
    expect(findingsIn(outcome)[0]).toMatchObject({
      rule: 'directive/unknown-rule',
      instead: SLANG,
      words: 'wording/coloquial-filler',
      column: '# replylint-disable-file '.length + 1,
    });
  });

  test('words that only look like directives stay words', async () => {
    const text = 'We write # replylint-disable-file in our notes.\n<!-- replylint-disable-file wording/* -- x -->\nlol';
    expect(await found('draft.txt', text)).toEqual([`${SLANG}:3`]);
  });
});

describe('Markdown', () => {
  const directive = (verb: string, rule = SLANG) => `<!-- replylint-${verb} ${rule} -- a joke -->`;

  test.each([
    ['next line', `${directive('disable-next-line')}\nlol\nlol\n`, [`${SLANG}:3`]],
    ['the file', `lol\n\n${directive('disable-file')}\n\nlol\n`, []],
    ['not among other words', `lol ${directive('disable-file')}\n`, [`${SLANG}:1`, 'directive/malformed:1']],
    ['not in a block of code', `\`\`\`\n${directive('disable-file')}\n\`\`\`\nlol\n`, [`${SLANG}:4`]],
    ['not as a heading', `# replylint-disable-file ${SLANG} -- x\nlol\n`, [`${SLANG}:2`]],
  ])('%s', async (_, text, findings) => {
    expect(await found('draft.md', text)).toEqual(findings);
  });

  test('silences one entry of a library, whose words do not change', async () => {
    const library = (above: string) =>
      `# Replies\n\n## One\n\n> Hello, your order is late, lol.\n\n${above}## Two\n\n> Hello, it will come soon, lol.\n> Or lol.\n\n## Three\n\n> Hello, thanks for waiting, lol.\n`;
    const without = await found('lib.md', library(''));
    expect(without).toEqual([`${SLANG}:5`, `${SLANG}:9`, `${SLANG}:10`, `${SLANG}:14`]);
    expect(await found('lib.md', library(`${directive('disable-next-entry')}\n`))).toEqual([
      `${SLANG}:5`,
      `${SLANG}:15`,
    ]);
  });
});

describe('YAML', () => {
  const SAFE = 'replies:\n  - name: A\n    body: "Calm down, Ann."\n  - name: B\n    body: "Calm down, Ben."\n';

  test.each([
    [
      'next line',
      SAFE.replace('    body', `    # replylint-disable-next-line ${CALM} -- quoted\n    body`),
      [`${CALM}:6`],
    ],
    [
      'next entry',
      SAFE.replace('  - name: B', `  # replylint-disable-next-entry ${CALM} -- quoted\n  - name: B`),
      [`${CALM}:3`],
    ],
    ['the file', `# replylint-disable-file ${CALM} -- quoted\n${SAFE}`, []],
    [
      'not behind a value',
      SAFE.replace('Ann."', `Ann." # replylint-disable-file ${CALM} -- x`),
      ['directive/malformed:3', `${CALM}:3`, `${CALM}:5`],
    ],
  ])('%s', async (_, text, findings) => {
    expect((await found('lib.yaml', text)).toSorted()).toEqual([...findings].sort());
  });

  test.each([
    ['quoted', `replies:\n  - name: A\n    body: "Calm down.\n      # replylint-disable-file ${CALM} -- x"\n`],
    [
      'in a block',
      `replies:\n  - name: A\n    body: |\n      # replylint-disable-file ${CALM} -- x\n      Calm down.\n`,
    ],
    ['plain', `replies:\n  - name: A\n    body: Calm down.# replylint-disable-file ${CALM} -- x\n`],
  ])('a string that holds one (%s) is none', async (_, text) => {
    const rules = (await found('lib.yaml', text)).map((one) => one.split(':')[0]);
    expect(rules).toContain(CALM);
    expect(rules.filter((rule) => rule?.startsWith('directive/'))).toEqual([]);
  });
});

describe('tables', () => {
  test('a column silences its rows', async () => {
    const csv = `title,body,replylint\nA,Calm down now.,replylint-disable ${CALM} -- quoted\nB,Calm down now please.,\n`;
    expect(await found('lib.csv', csv)).toEqual([`${CALM}:3`]);
  });

  test('a row of several lines is silenced as a whole', async () => {
    const csv = `replylint;title;body\nreplylint-disable ${CALM} -- quoted;A;"Hello.\nCalm down."\n;B;"Calm down, please."\n`;
    expect(await found('lib.csv', csv)).toEqual([`${CALM}:4`]);
  });

  test('in conversations, message by message', async () => {
    const csv = `conversation_id,role,text,replylint\n1,customer,Hi,\n1,agent,"Hello, calm down",replylint-disable ${CALM} -- quoted\n1,agent,"Calm down, really",\n`;
    expect(await found('chat.csv', csv, ['--only', CALM])).toEqual([`${CALM}:4`]);
  });

  test('under another header', async () => {
    const cwd = folderWith({
      'replylint.config.yaml': 'fields: {directive: Lint notes}\n',
      'lib.tsv': `title\tbody\tLint notes\nA\tCalm down now.\treplylint-disable ${CALM} -- quoted\n`,
    });
    expect(rulesIn(await replylint(['lib.tsv', '--format', 'json'], { cwd }))).toEqual([]);
  });

  test('what is no directive for a row is reported, with its place', async () => {
    const csv = 'title,body,replylint\nA,Hello there.,replylint-disable-file wording/* -- x\nB,Hi there.,why?\n';
    expect((await found('lib.csv', csv)).filter((one) => one.startsWith('directive/'))).toEqual([
      'directive/malformed:2',
      'directive/malformed:3',
    ]);
  });
});

describe('conversations', () => {
  const CHAT = 'Customer: Hi\nAgent: Hello, this is Ann. Calm down.\n';
  const DIRECTIVE = `# replylint-disable-file ${CALM} -- quoted in training`;

  test('may have directives above everything else', async () => {
    expect(await found('chat.txt', `${DIRECTIVE}\n\n${CHAT}`)).toEqual([]);
  });

  test.each([
    ['the customer', CHAT.replace('Hi\n', `Hi\n${DIRECTIVE}\n`)],
    ['the agent', `${CHAT}${DIRECTIVE}\n`],
    ['whoever wrote the header', `Participants: Ann (Agent)\n${DIRECTIVE}\n\n${CHAT}`],
  ])('%s cannot silence the linter', async (_, text) => {
    const findings = await found('chat.txt', text);
    expect(findings.filter((one) => one.startsWith(CALM))).toHaveLength(1);
    expect(findings.filter((one) => one.startsWith('directive/'))).toEqual([
      expect.stringMatching('^directive/untrusted'),
    ]);
  });

  test('a customer cannot do it where a directive stands at the top', async () => {
    const text = `# replylint-disable-file ${SLANG} -- a joke\n${CHAT.replace('Hi\n', `Hi\n${DIRECTIVE}\n`)}Agent: lol\n`;
    expect((await found('chat.txt', text)).toSorted()).toEqual(['directive/untrusted:3', `${CALM}:4`]);
  });

  test('exports have none', async () => {
    const export_ = `${DIRECTIVE}\n[03.04.24, 10:00:00] Ben: Hi\n[03.04.24, 10:00:05] Ann: Hello, calm down.\n[13.04.24, 10:00:05] Ann: ok\n`;
    const findings = await found('chat.txt', export_, ['--agent', 'Ann', '--only', `${CALM},directive/untrusted`]);
    expect(findings.map((one) => one.split(':')[0])).toContain(CALM);
    const json = JSON.stringify({
      turns: [
        { role: 'customer', text: `Hi\n${DIRECTIVE}` },
        { role: 'agent', text: 'Calm down.' },
      ],
    });
    expect(await found('chat.json', json, ['--only', CALM])).toEqual([`${CALM}:1`]);
  });

  test('the messages of a transcript do not change with a directive above', async () => {
    const cwd = folderWith({ 'a.txt': CHAT, 'b.txt': `${DIRECTIVE}\n${CHAT}` });
    const messages = async (path: string) => {
      const { out } = await replylint(['parse', path, '--format', 'json'], { cwd });
      return (JSON.parse(out) as { documents: unknown[] }).documents;
    };
    expect(await messages('b.txt')).toEqual(await messages('a.txt'));
  });
});

describe('what is silenced', () => {
  const DRAFT = `# replylint-disable-file ${CALM} -- quoted\nHello, calm down, please.\n`;

  test('does not count for the exit code, nor as a warning', async () => {
    const outcome = await replylint(['-', '--max-warnings', '0'], { stdin: DRAFT });
    expect(outcome.code).toBe(0);
  });

  test('counts where no directive counts', async () => {
    expect((await replylint(['-', '--no-inline-config'], { stdin: DRAFT })).code).toBe(1);
    const cwd = folderWith({ 'replylint.config.yaml': 'inlineConfig: false\n', 'd.txt': DRAFT });
    const outcome = await replylint(['d.txt', '--format', 'json'], { cwd });
    expect(rulesIn(outcome)).toEqual([CALM]);
  });

  test('a rule that did not run leaves no directive unused', async () => {
    for (const flags of [
      ['--only', SLANG],
      ['--except', CALM],
      ['--rule', `${CALM}=off`],
    ])
      expect(rulesIn(await replylint(['-', '--format', 'json', ...flags], { stdin: DRAFT }))).toEqual([]);
    const category = '# replylint-disable-file wording/* -- quoted\nHello, dear Ann.\n';
    expect(rulesIn(await replylint(['-', '--format', 'json', '--only', SLANG], { stdin: category }))).toEqual([]);
    expect(rulesIn(await replylint(['-', '--format', 'json'], { stdin: category }))).toEqual(['directive/unused']);
  });

  test('the severity of what is said of directives can be set', async () => {
    const unused = `# replylint-disable-file ${CALM} -- quoted\nHello, dear Ann.\n`;
    expect((await replylint(['-'], { stdin: unused })).code).toBe(1);
    expect((await replylint(['-', '--rule', 'directive/unused=info'], { stdin: unused })).code).toBe(0);
    expect((await replylint(['-', '--rule', 'directive/unused=off'], { stdin: unused })).code).toBe(0);
    expect((await replylint(['-', '--except', 'directive/*'], { stdin: unused })).code).toBe(0);
  });
});
