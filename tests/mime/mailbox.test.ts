import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, onTestFinished, test } from 'vitest';
import type { Conversation } from '../../src/core/conversation.ts';
import type { Source } from '../../src/core/source.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { MailSplitter } from '../../src/mime/mail-splitter.ts';
import { mailsIn } from '../../src/mime/mbox.ts';
import { ThreadIndex } from '../../src/mime/thread-index.ts';
import { mailboxSourcesOfBytes, WINDOW } from '../../src/node/mail-sources.ts';
import { isProblem, sourcesOf } from '../../src/node/sources.ts';
import { fixturesBelow } from '../formats/fixtures.ts';
import { MAIL_FILES } from '../formats/mail-files.ts';
import { ROOT } from '../root.ts';

const FIXTURES = fixturesBelow(ROOT).filter(({ name }) => MAIL_FILES.includes(name));

/** Each mail of the fixtures that is no digest, in the bytes of which it consists. */
const MAILS = FIXTURES.filter(({ name }) => name !== 'mail-digest.eml').flatMap(({ path, bytes }) => {
  const text = bytes.toString('latin1');
  if (!path.endsWith('.mbox')) return [[path, bytes] as const];
  return mailsIn(text).map(
    ({ start, end }, at) =>
      [`${path} ${at}`, Buffer.from(text.slice(text.indexOf('\n', start) + 1, end), 'latin1')] as const,
  );
});

test.each(MAILS)('%s says what postal-mime says', async (_, bytes) => {
  const expected = await PostalMime.parse(bytes);
  const source: Source = [...mailSourcesIn(bytes)][0] as Source;
  const [document] = readDocument(
    source,
    undefined,
    { agents: ['care@example.com'], fields: {} },
    (text) => text,
  ).documents;
  const [message] = document?.kind === 'conversation' ? document.conversation.messages : [];
  expect(message?.mail?.headers.subject?.words).toBe(expected.subject);
  expect([message?.speaker, message?.mail?.headers.from?.words.includes(expected.from?.address ?? '?')]).toEqual([
    expected.from?.name,
    true,
  ]);
  expect(message?.at?.at).toBe(Date.parse(expected.date as string));
  const html = message?.mail?.html?.words;
  const bare = (words: string | undefined) => words?.replaceAll('\r\n', '\n').trimEnd();
  if (html !== undefined) expect(bare(html)).toBe(bare(expected.html));
  // Without a plain part, postal-mime makes its own of the HTML.
  if (html === undefined) expect(bare(message?.text.words)).toBe(bare(expected.text));
});

function* mailSourcesIn(bytes: Buffer): Generator<Source> {
  for (const read of mailboxSourcesOfBytes(
    Buffer.concat([Buffer.from('From x Wed May  1 10:20:26 2024\n'), bytes]),
    'a',
    {},
  ))
    if (!isProblem(read)) yield read;
}

test('a mailbox is cut into the same mails whatever the blocks', () => {
  const pieces = fc.constantFrom(
    'From x Wed May  1 10:20:26 2024\n',
    'From x Wed May  1 10:20:26 2024\r\n',
    'From Monday on\n',
    '>From x\n',
    'a',
    '\n',
    '\r\n',
    `${'b'.repeat(500)}\n`,
    'From ',
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 12 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }),
      (all, sizes) => {
        const text = all.join('');
        const splitter = new MailSplitter(1_000_000);
        const cut = [];
        let at = 0;
        for (const size of sizes) {
          cut.push(...splitter.add(text.slice(at, at + size)));
          at += size;
        }
        cut.push(...splitter.add(text.slice(at)), ...splitter.finish());
        expect(cut.map((one) => one.text).join('')).toBe(text);
        expect(cut.filter(({ isMail }) => isMail).map(({ offset, length }) => [offset, offset + length])).toEqual(
          mailsIn(text).map(({ start, end }) => [start, end]),
        );
      },
    ),
    { seed: 8, numRuns: 500 },
  );
});

function mail(id: string, answered: string, fill = 0): string {
  return [
    'From x Wed May  1 10:20:26 2024',
    `Message-ID: <${id}>`,
    ...(answered === '' ? [] : [`In-Reply-To: <${answered}>`]),
    `From: ${answered === '' ? 'ann@a.example' : 'mia@shop.example'}`,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    '',
    `Words of ${id}`,
    '--b',
    'Content-Type: image/png; name=a.png',
    '',
    `${'0'.repeat(76)}\n`.repeat(fill),
    '--b--',
    '',
    '',
  ].join('\n');
}

test('a large mailbox is read in windows, and threads that cross them have unknown edges', async () => {
  const fill = Math.ceil(WINDOW / 77 / 3);
  const box =
    mail('1', '') +
    mail('2', '', fill) +
    mail('3', '2', fill) +
    mail('4', '', fill) +
    mail('5', '1', fill) +
    mail('6', '4');
  const folder = mkdtempSync(join(tmpdir(), 'replylint-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'a.mbox'), box);
  const conversations: (readonly [number, Conversation])[] = [];
  for await (const read of sourcesOf(join(folder, 'a.mbox'), 'a.mbox')) {
    if (isProblem(read)) throw new Error(read.unreadable);
    expect(box.startsWith(read.text, read.base.offset)).toBe(true);
    expect(read.base.line).toBe(box.slice(0, read.base.offset).split('\n').length);
    for (const document of readDocument(read, undefined, { agents: ['*@shop.example'], fields: {} }).documents)
      if (document.kind === 'conversation') conversations.push([read.base.offset, document.conversation]);
  }
  expect(new Set(conversations.map(([offset]) => offset)).size).toBeGreaterThan(1);
  expect(
    conversations.map(([, { messages, start, end }]) => [messages.map(({ text }) => text.words.trim()), start, end]),
  ).toEqual([
    [['Words of 1'], 'known', 'unknown'],
    [['Words of 2', 'Words of 3'], 'known', 'known'],
    [['Words of 4', 'Words of 6'], 'known', 'known'],
    [['Words of 5'], 'unknown', 'known'],
  ]);
});

test('an index of few ids still tells the threads that it knows', () => {
  const index = new ThreadIndex(600);
  const ids = (id: number, answered?: number) => ({
    id: String(id),
    answered: answered === undefined ? [] : [String(answered)],
    threads: [],
  });
  for (let id = 0; id < 2000; id++) index.add(ids(id, id % 2 === 1 ? id - 1 : undefined));
  expect(index.threadOf(1)).toBe(index.threadOf(0));
  expect(index.threadOf(2)).not.toBe(index.threadOf(0));
  expect(index.endsOf(index.threadOf(0))).toEqual({ first: 0, last: 1 });
  expect(index.length).toBe(2000);
});
