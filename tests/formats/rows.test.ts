import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/core/source.ts';
import { DAY } from '../../src/core/time.ts';
import type { FormatSettings } from '../../src/formats/format.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { encodingOf } from '../../src/node/encoding.ts';
import type { Reading } from '../../src/node/sources.ts';
import { isProblem } from '../../src/node/sources.ts';
import { readHtml } from '../../src/texts/html.ts';
import { textsOf } from '../reading-back.ts';
import { ROOT } from '../root.ts';
import type { Fixture } from './fixtures.ts';
import { fixturesBelow } from './fixtures.ts';
import type { Kettle } from './kettle.ts';
import { CLOCKS, KETTLES, ROLES } from './kettle.ts';
import { PARSERS } from './parsers.ts';
import { sourcesIn } from './read-bytes.ts';
import { ROW_CONVERSATIONS, ROW_LIBRARIES } from './row-files.ts';

const FIXTURES = fixturesBelow(ROOT);

function fixturesNamed(names: readonly string[]): readonly (readonly [string, Fixture])[] {
  return FIXTURES.filter(({ name }) => names.includes(name)).map((fixture) => [fixture.path, fixture] as const);
}

/** What a file of that name and text is read as. */
function read(path: string, text: string | Buffer, settings: Partial<FormatSettings & Reading> = {}) {
  const all = { agents: [], fields: {}, ...settings };
  return [...sourcesIn(Buffer.from(text), path, all)].map((source) =>
    isProblem(source)
      ? { unreadable: source.unreadable, documents: [], problems: [], format: undefined, base: source.source.base }
      : {
          ...readDocument(source, PARSERS[/jsonl$/.test(path) ? 'json' : 'text'], all),
          unreadable: undefined,
          base: source.base,
        },
  );
}

function wordsOf(results: ReturnType<typeof read>): readonly (readonly string[])[] {
  return results.map(({ documents }) => documents.flatMap(textsOf).map(({ words }) => words));
}

describe('the same conversation in rows', () => {
  test.each(fixturesNamed(Object.keys(ROW_CONVERSATIONS)))('%s', (_, fixture) => {
    const expected = ROW_CONVERSATIONS[fixture.name] as (typeof ROW_CONVERSATIONS)[string];
    const kettle = KETTLES[fixture.language] as Kettle;
    expect(fixture.sources.map(({ read: one }) => [one.format, one.problems])).toEqual(
      Array.from({ length: expected.many }, () => ['table-conversations', []]),
    );
    for (const { read: one } of fixture.sources) {
      const [document] = one.documents;
      const messages = document?.kind === 'conversation' ? document.conversation.messages : [];
      expect(messages.map(({ role }) => role)).toEqual(ROLES);
      expect(messages.map(({ text }) => text.words)).toEqual(kettle.texts);
      expect(messages.map(({ speaker }) => speaker)).toEqual(
        ROLES.map((role) => (expected.names ? kettle.names[role as 'agent'] : undefined)),
      );
      expect(messages.map(({ at }) => at && new Date(at.at % DAY).toISOString().slice(11, 19))).toEqual(
        CLOCKS.map((clock) => (expected.times ? clock : undefined)),
      );
    }
  });
});

describe('the same library in rows or under headings', () => {
  test.each(fixturesNamed(Object.keys(ROW_LIBRARIES)))('%s', (_, fixture) => {
    const kettle = KETTLES[fixture.language] as Kettle;
    const [source, ...others] = fixture.sources;
    expect([source?.read.format, source?.read.problems, others]).toEqual([ROW_LIBRARIES[fixture.name]?.format, [], []]);
    const [document] = source?.read.documents ?? [];
    const entries = document?.kind === 'library' ? document.entries : [];
    expect(entries.map(({ title, body }) => [title?.words, body.words])).toEqual(
      kettle.entries.map(({ title, body }) => [title, body]),
    );
  });

  test('an export of Qianniu in GB18030 shows its encoding', () => {
    const fixture = FIXTURES.find(({ path }) => path === 'zh/library-gb18030.csv');
    expect(encodingOf(fixture?.bytes as Buffer)).toBe('gb18030');
  });
});

describe('CSV', () => {
  test('is read by any delimiter, or by the one it names', () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const rows = [
        ['role', 'text'],
        ['agent', '"Hello, you; there|"'],
        ['customer', 'Hi'],
      ];
      const text = rows.map((row) => row.join(delimiter)).join('\n');
      expect(wordsOf(read('a.csv', text))).toEqual([['Hello, you; there|', 'Hi']]);
      expect(wordsOf(read('a.csv', `sep=${delimiter}\n${text}`))).toEqual([['Hello, you; there|', 'Hi']]);
    }
  });

  test('may hold line breaks and quotes in cells, and lines count on', () => {
    const results = read('a.csv', '\ufeffchat id,role,text\r\n1,agent,"a ""b""\r\nc"\r\n\r\n2,agent,d\r\n');
    expect(wordsOf(results)).toEqual([['a "b"\r\nc'], ['d']]);
    expect(results.map(({ base }) => base.line)).toEqual([2, 5]);
  });

  test('that goes on with a conversation after another one is told, and --regroup collects it', () => {
    const text = 'chat id,role,text\n1,agent,a\n2,agent,b\n1,agent,c\n';
    expect(read('a.csv', text).map(({ problems }) => problems)).toEqual([
      [],
      [],
      [{ id: 'input/scattered', span: { start: 38, end: 38 }, data: { conversation: '1' } }],
    ]);
    const [all, ...others] = read('a.csv', text, { regroup: true });
    expect(others).toEqual([]);
    expect(all?.problems).toEqual([]);
    expect(all?.documents.map((document) => textsOf(document).map(({ words }) => words))).toEqual([['a', 'c'], ['b']]);
  });

  test('has columns by the names or numbers that the configuration gives', () => {
    const fields = { role: 'wer', text: 'was' };
    expect(wordsOf(read('a.csv', 'wann,wer,was\n1,agent,hi\n', { fields }))).toEqual([['hi']]);
    expect(wordsOf(read('a.csv', '1,agent,hi\n2,agent,yo\n', { fields: { role: '2', text: '3' } }))).toEqual([
      ['hi', 'yo'],
    ]);
  });

  test('with unknown columns is of no known shape, and says so once', () => {
    const results = read('a.csv', `alpha,beta\n${'1,2\n'.repeat(50_000)}`);
    expect(results.map(({ problems }) => problems.map(({ id }) => id))).toEqual([['input/unknown-shape']]);
  });

  test('with a row that is broken loses that row alone', () => {
    const results = read('a.csv', 'role,text\nagent,Hello, there\nagent,yo\nagent,"open\nagent,ho\n');
    expect(wordsOf(results)).toEqual([['yo', 'ho']]);
    expect(results[0]?.problems.map(({ id, data }) => [id, data['problem']])).toEqual([
      ['input/malformed', 'the row has 3 cells, the header has 2'],
      ['input/malformed', 'a quote is never closed, or a row is too long'],
    ]);
  });

  test('below a quote that is never closed is given no other quote', () => {
    const [result] = read('a.csv', 'role,text\nagent,"open\nagent,3 pm and 5\'\' or 5"" wide\n');
    const [text] = result?.documents.flatMap(textsOf) ?? [];
    const at = (start: number, end: number, words: string) => text?.edit({ start, end }, words);
    expect(at(0, 1, '4')).toMatchObject({ words: '4' });
    for (const [start, end, words] of [
      [4, 4, '"'],
      [17, 19, 'in'],
      [18, 18, 'x'],
    ] as const)
      expect(at(start, end, words)).toMatchObject({ refused: expect.stringContaining('broken row above') });
  });

  test('in the wrong encoding names the flag', () => {
    const bytes = Buffer.concat([Buffer.from('role,text\nagent,'), Buffer.from('caf\xe9 \xff', 'latin1')]);
    expect(read('a.csv', bytes).map(({ unreadable }) => unreadable)).toEqual([expect.stringContaining('--encoding')]);
    expect(wordsOf(read('a.csv', bytes, { encoding: 'latin1' }))).toEqual([['café ÿ']]);
  });

  test('names an agent by pattern', () => {
    const text = 'id,name,time,text\n1,Ann,10:00,hi\n1,Bob,10:01,yo\n';
    expect(read('a.csv', text)[0]?.problems.map(({ id }) => id)).toEqual(['input/unknown-agent']);
    const [{ documents } = { documents: [] }] = read('a.csv', text, { agents: ['bo*'] });
    const [document] = documents;
    expect(document?.kind === 'conversation' && document.conversation.messages.map(({ role }) => role)).toEqual([
      'customer',
      'agent',
    ]);
  });

  test('of replies in HTML is read as it is seen, and written back', () => {
    const text =
      'name;keywords;content;note;active;\nHi;hi;"<div>Hello &amp; welcome</div><div class=""x"">Bye</div>";;true;\nSize;;5 < 6 > 4;;true;\n';
    const all = { agents: [], fields: {} };
    const source = [...sourcesIn(Buffer.from(text), 'a.csv', all)][0] as Source;
    expect(readDocument(source, undefined, all).lacks).toBe('html');
    const [document] = readDocument(source, undefined, all, readHtml).documents;
    const bodies = document?.kind === 'library' ? document.entries.map(({ body }) => body) : [];
    expect(bodies.map(({ words }) => words)).toEqual(['Hello & welcome\nBye', '5 < 6 > 4']);
    const edit = bodies[0]?.edit({ start: 8, end: 15 }, 'a "guest" <1>');
    expect(edit).toMatchObject({ words: 'a ""guest"" &lt;1&gt;' });
    expect(bodies[0]?.edit({ start: 8, end: 19 }, 'x')).toHaveProperty('refused');
  });

  test('as a library is read in blocks', () => {
    const row = `Greeting,${'Hello there, how are you? '.repeat(40)}\n`;
    const results = read('a.csv', `title,reply\n${row.replace(',', ',"').replace('\n', '"\n').repeat(2000)}`);
    expect(results.length).toBeGreaterThan(1);
    expect(wordsOf(results).flat().length).toBe(4000);
  });
});

describe('JSONL with a message a line', () => {
  test('keeps offsets over blank lines', () => {
    const lines = ['{"chat_id":1,"role":"agent","text":"a"}', '', '  ', '{"chat_id":1,"role":"agent","text":"b"}'];
    const text = lines.join('\r\n');
    const [one] = read('a.jsonl', text);
    const spans = one?.documents.flatMap(textsOf).map((each) => each.locate({ start: 0, end: 1 }).spans[0]?.start);
    expect(spans).toEqual([text.indexOf('"a"') + 1, text.indexOf('"b"') + 1]);
  });

  test('is none where a line holds a conversation or a reply', () => {
    for (const line of [
      '{"id":1,"turns":[{"role":"agent","text":"hi"}]}',
      '{"id":1,"title":"Hi","body":"Hello you there"}',
    ])
      expect(read('a.jsonl', `${line}\n${line}\n`).length).toBe(2);
  });

  test('tells a conversation that comes back', () => {
    const line = (id: number) => `{"chat_id":${id},"role":"agent","text":"a"}\n`;
    const ids = read('a.jsonl', line(1) + line(2) + line(1)).flatMap(({ problems }) => problems.map(({ id }) => id));
    expect(ids).toEqual(['input/scattered']);
  });
});
