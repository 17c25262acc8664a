import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Source } from '../../src/core/source.ts';
import { linesOf, wholeFile } from '../../src/core/source.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import type { SourceOrProblem } from '../../src/node/sources.ts';
import { isProblem, lineSources, sourcesOf, sourcesOfBytes } from '../../src/node/sources.ts';
import { readJson } from '../../src/texts/json.ts';
import { rawAt, textsOf } from '../reading-back.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replylint-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function all(sources: AsyncIterable<SourceOrProblem>): Promise<readonly SourceOrProblem[]> {
  const found: SourceOrProblem[] = [];
  for await (const source of sources) found.push(source);
  return found;
}

async function fromFile(name: string, bytes: Buffer | string): Promise<readonly SourceOrProblem[]> {
  writeFileSync(join(folder, name), bytes);
  return all(sourcesOf(join(folder, name), name));
}

function reason(source: SourceOrProblem | undefined): string {
  return source !== undefined && isProblem(source) ? source.unreadable : '';
}

/** Text, offset and line of each source. */
function told(sources: readonly SourceOrProblem[]): readonly (readonly [string, number, number])[] {
  return sources.map((read) => {
    const { text, base } = isProblem(read) ? read.source : read;
    return [text, base.offset, base.line];
  });
}

const LINE = '{"turns":[{"role":"agent","text":"hi 😊"}]}';

describe('a file', () => {
  test('is one source', async () => {
    expect(await fromFile('a.txt', '\ufeff您好\r\n')).toEqual([wholeFile('a.txt', '\ufeff您好\r\n')]);
    expect(await fromFile('empty.txt', '')).toEqual([wholeFile('empty.txt', '')]);
  });

  test('that is no text is a problem', async () => {
    const [read] = await fromFile('a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]));
    expect(reason(read)).toContain('UTF-8');
  });

  test('that is not there any more is a problem', async () => {
    for (const name of ['gone.txt', 'gone.jsonl'])
      expect(reason((await all(sourcesOf(join(folder, name), name)))[0])).toContain('ENOENT');
  });

  test('that is too large is a problem, and is not read', async () => {
    writeFileSync(join(folder, 'large.json'), '');
    truncateSync(join(folder, 'large.json'), 200_000_001);
    const before = performance.now();
    const [read] = await all(sourcesOf(join(folder, 'large.json'), 'large.json'));
    expect(reason(read)).toContain('larger than 200 MB');
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('each line of a JSONL file is a source', () => {
  test.each([
    ['LF', `${LINE}\n${LINE}\n`, [0, 1], [LINE.length + 1, 2]],
    ['CRLF', `${LINE}\r\n${LINE}\r\n`, [0, 1], [LINE.length + 2, 2]],
    ['no final line feed', `${LINE}\n${LINE}`, [0, 1], [LINE.length + 1, 2]],
    ['blank lines', `\n \r\n${LINE}\n\n\t\n${LINE}\n\n`, [4, 3], [LINE.length + 8, 6]],
    ['a carriage return in a line', `${LINE.replace(',', ',\r')}\n${LINE}`, [0, 1], [LINE.length + 2, 3]],
  ])('with %s', async (_, text, first, second) => {
    const bases = (sources: readonly SourceOrProblem[]) => told(sources).map(([, offset, line]) => [offset, line]);
    expect(bases(await fromFile('a.jsonl', text))).toEqual([first, second]);
    expect(bases([...sourcesOfBytes(Buffer.from(text), 'a.ndjson')])).toEqual([first, second]);
  });

  test('with a byte order mark', async () => {
    expect(told(await fromFile('a.jsonl', `\ufeff${LINE}\n${LINE}`))).toEqual([
      [`\ufeff${LINE}`, 0, 1],
      [LINE, LINE.length + 2, 2],
    ]);
    expect(await fromFile('mark.jsonl', '\ufeff\n')).toEqual([]);
  });

  test('in GB18030', async () => {
    const line = Buffer.concat([Buffer.from('{"a":"'), Buffer.from('c4fabac3', 'hex'), Buffer.from('"}\n')]);
    expect(told(await fromFile('a.jsonl', Buffer.concat([line, line])))).toEqual([
      ['{"a":"您好"}', 0, 1],
      ['{"a":"您好"}', 11, 2],
    ]);
  });

  test('in UTF-16, with its mark and without', async () => {
    for (const mark of ['\ufeff', '']) {
      const little = Buffer.from(`${mark}${LINE}\n${LINE}`, 'utf16le');
      for (const bytes of [little, Buffer.from(little).swap16()]) {
        expect(told(await fromFile('a.jsonl', bytes))).toEqual([
          [`${mark}${LINE}`, 0, 1],
          [LINE, mark.length + LINE.length + 1, 2],
        ]);
      }
    }
  });

  test('in UTF-16 that ends in half a character, which is one problem', async () => {
    const bytes = Buffer.from(`\ufeff${LINE}\n${LINE}`, 'utf16le');
    const read = await fromFile('a.jsonl', Buffer.concat([bytes, Buffer.from([0x3d])]));
    expect(read.map(reason)).toEqual(['', expect.stringContaining('--encoding'), '']);
  });

  test('and the others are read where one is no text', async () => {
    const read = await fromFile(
      'a.jsonl',
      Buffer.concat([Buffer.from(`${LINE}\n`), Buffer.from([0xff, 0, 0x0a]), Buffer.from(LINE)]),
    );
    expect(read.map(reason)).toEqual(['', expect.stringContaining('UTF-8'), '']);
    expect(told(read).map(([, , line]) => line)).toEqual([1, 2, 3]);
  });

  test('and the others are read where one is too long', async () => {
    const path = join(folder, 'long.jsonl');
    writeFileSync(path, `${LINE}\n`);
    truncateSync(path, 100_000_000 + LINE.length + 10);
    writeFileSync(path, `\n${LINE}\n`, { flag: 'a' });
    const read = await all(sourcesOf(path, 'long.jsonl'));
    expect(read.map(reason)).toEqual(['', expect.stringContaining('longer than 100 MB'), '']);
    expect(told(read).map(([text, , line]) => [text, line])).toEqual([
      [LINE, 1],
      ['', 2],
      [LINE, 3],
    ]);
  });

  test('over many blocks', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `{"id":${index},"text":"${'好'.repeat(index % 40)}"}`);
    const text = lines.join('\n');
    const read = await fromFile('many.jsonl', text);
    expect(read.length).toBe(lines.length);
    for (const index of [0, 1, 9_999, 29_999]) {
      const source = read[index] as Source;
      expect(source.text).toBe(lines[index]);
      expect(source.base.line).toBe(index + 1);
      expect(text.startsWith(source.text, source.base.offset)).toBe(true);
    }
  });

  test('whatever the blocks, with the places that the whole file has', async () => {
    const pieces = fc.constantFrom(LINE, '{"a":"您好😊"}', '{}', '', ' ', '\r', '\ufeff', 'no json', '{"a":\r1}');
    const breaks = fc.constantFrom('\n', '\n', '\r\n', '\n\n', '\n\r\n');
    const files = fc
      .array(fc.tuple(pieces, breaks), { maxLength: 6 })
      .chain((lines) => fc.tuple(fc.constant(lines.flat().join('')), fc.array(fc.nat({ max: 40 }), { maxLength: 8 })));
    await fc.assert(
      fc.asyncProperty(files, async ([text, sizes]) => {
        const bytes = Buffer.from(text);
        async function* blocks() {
          let at = 0;
          for (const size of sizes) {
            yield bytes.subarray(at, at + size);
            at += size;
          }
          yield bytes.subarray(at);
        }
        const read = await all(lineSources(blocks(), 'a.jsonl'));
        const expected = text.split('\n').filter((line) => line.trim() !== '');
        const withoutReturn = (line: string) => line.replace(/\r$/, '');
        expect(told(read).map(([line]) => withoutReturn(line))).toEqual(expected.map(withoutReturn));
        const whole = linesOf(wholeFile('a.jsonl', text));
        for (const source of read as readonly Source[]) {
          const { text: own, base } = source;
          expect(text.startsWith(own, base.offset)).toBe(true);
          for (const offset of [base.offset, base.offset + own.length])
            expect(linesOf(source).position(offset)).toEqual(whole.position(offset));
        }
      }),
      { seed: 12, numRuns: 1000 },
    );
  });

  test('and a place in the third line reads back in the file', async () => {
    const other = '{"turns":[{"role":"customer","text":"在吗"}]}';
    const third = '{"turns":[{"role":"agent","text":"\\u4f60 see \\"here\\""}]}';
    const text = `\ufeff${other}\r\n\r\n${third}\r\n`;
    const [, source] = (await fromFile('third.jsonl', text)) as readonly Source[];
    if (source === undefined) throw new Error('no third line');
    const [words] = readDocument(source, readJson, { agents: [], fields: {} }).documents.flatMap(textsOf);
    const start = words?.words.indexOf('here') ?? 0;
    const [span] = words?.locate({ start, end: start + 4 }).spans ?? [];
    if (span === undefined) throw new Error('no place');
    expect(rawAt(source, span)).toBe('here');
    expect(text.slice(span.start, span.end)).toBe('here');
    expect(linesOf(source).position(span.start)).toEqual({ line: 3, column: third.indexOf('here') + 1 });
    expect(linesOf(source).line(3)?.words).toBe(third);
  });
});

describe('standard input', () => {
  test.each([
    ['JSONL', `${LINE}\n${LINE}\n`, 2],
    ['JSONL with a mark', `\ufeff${LINE}\r\n${LINE}`, 2],
    ['one object', LINE, 1],
    ['one object over lines', '{\n"turns": []\n}\n', 1],
    ['words', 'hello\nthere', 1],
    ['nothing', '', 1],
  ])('is %s', (_, text, many) => {
    expect([...sourcesOfBytes(Buffer.from(text), '<stdin>')].length).toBe(many);
  });
});
