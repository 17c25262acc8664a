import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/edit.ts';
import { linesOf } from '../../src/core/source.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { openArchive } from '../../src/node/archive.ts';
import type { SourceOrProblem } from '../../src/node/sources.ts';
import { isProblem } from '../../src/node/sources.ts';
import { tableSourcesOfBytes } from '../../src/node/table-sources.ts';
import { BadWorkbook, columnName, readWorkbook } from '../../src/tables/workbook.ts';
import { mutated, randomFrom } from '../formats/mutations.ts';
import { textsOf } from '../reading-back.ts';
import { ROOT } from '../root.ts';
import { rowOf, workbookOf, zipOf } from './zip.ts';

const SETTINGS = { agents: [], fields: {} };

function sourcesIn(bytes: Buffer): readonly SourceOrProblem[] {
  return [...tableSourcesOfBytes(bytes, 'a.xlsx', {})];
}

function reasonOf(bytes: Buffer): string {
  const [first] = sourcesIn(bytes);
  return first !== undefined && isProblem(first) ? first.unreadable : '';
}

describe('a workbook', () => {
  test('tells places by sheet and cell, and cannot be written', () => {
    const bytes = zipOf(workbookOf(rowOf('Title', 'Reply') + rowOf('Hi', 'Hello there') + rowOf('Bye', 'See\nyou')));
    const [source, ...others] = sourcesIn(bytes);
    if (source === undefined || isProblem(source)) throw new Error('no source');
    expect(others).toEqual([]);
    const texts = readDocument(source, undefined, SETTINGS).documents.flatMap(textsOf);
    expect(texts.map(({ words }) => words)).toEqual(['Hi', 'Hello there', 'Bye', 'See\nyou']);
    const lines = linesOf(source);
    const places = texts.map((text) => lines.position(text.locate({ start: 1, end: 2 }).spans[0]?.start ?? -1));
    expect(places).toEqual(
      ['A2', 'B2', 'A3', 'B3'].map((cell) => ({ line: Number(cell[1]), column: 2, cell: `Replies!${cell}` })),
    );
    expect(lines.line(3)?.words).toBe('Bye\tSee\nyou');
    const edit = texts[1]?.edit({ start: 0, end: 5 }, 'Hi');
    expect(edit !== undefined && isRefusal(edit) && edit.refused).toContain('Replies!B2');
  });

  test('of unknown columns is of no known shape, and an empty one is nothing', () => {
    const [source] = sourcesIn(zipOf(workbookOf(rowOf('a', 'b') + rowOf('c', 'd'))));
    if (source === undefined || isProblem(source)) throw new Error('no source');
    expect(readDocument(source, undefined, SETTINGS).problems.map(({ id }) => id)).toEqual(['input/unknown-shape']);
    expect(sourcesIn(zipOf(workbookOf('')))).toEqual([]);
  });

  test('names its columns as programs do', () => {
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
  });
});

describe('an archive that would fill the memory is refused:', () => {
  const bomb = workbookOf(rowOf('Title', 'Reply') + ' '.repeat(300_000_000));

  test('by what comes out, whatever it says of itself', () => {
    for (const told of [undefined, 10]) {
      const bytes = zipOf(bomb, told);
      const before = performance.now();
      expect(reasonOf(bytes)).toBe('xl/sheet.xml in it is too large');
      expect(performance.now() - before).toBeLessThan(5000);
    }
  });

  test('by the sum of its parts', () => {
    const parts = Object.fromEntries(['a', 'b', 'c'].map((name) => [name, Buffer.alloc(400_000)]));
    const archive = openArchive(zipOf(parts), { total: 1_000_000, ratio: 200, parts: 10 });
    expect([archive.part('a')?.length, archive.part('b')?.length]).toEqual([400_000, 400_000]);
    expect(() => archive.part('c')).toThrow('too large');
  });

  test('by the number of its parts and cells', () => {
    const parts = Object.fromEntries(Array.from({ length: 5001 }, (_, number) => [`p${number}`, '']));
    expect(reasonOf(zipOf(parts))).toContain('5000 parts');
    const workbook = workbookOf(rowOf('a', 'b').repeat(3));
    expect(readWorkbook((name) => workbook[name], 6).sheets[0]?.rows.length).toBe(3);
    expect(() => readWorkbook((name) => workbook[name], 5)).toThrow(BadWorkbook);
  });
});

describe('what is no workbook has a reason', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'no archive'],
    ['a text', Buffer.from('title,reply\n'.repeat(20)), 'no archive'],
    ['an old .xls file', Buffer.from('d0cf11e0a1b11ae1'.padEnd(200, '0'), 'hex'), 'password'],
    ['another archive', zipOf({ 'a.txt': 'hi' }), 'no workbook'],
    ['half a workbook', zipOf(workbookOf(rowOf('Title', 'Reply'))).subarray(200), 'broken'],
  ])('%s', (_, bytes, reason) => expect(reasonOf(bytes)).toContain(reason));

  test('however its parts are damaged, it is read or refused', () => {
    const archive = openArchive(readFileSync(join(ROOT, 'fixtures/formats/zh/conversations.xlsx')), {
      total: 1_000_000,
      ratio: 200,
      parts: 100,
    });
    const parts = new Map([...archive.names].map((name) => [name, archive.part(name) as Buffer]));
    const random = randomFrom(5);
    for (let number = 0; number < 300; number++) {
      const read = (name: string) => {
        const part = parts.get(name);
        return part === undefined
          ? undefined
          : (random(3) === 0 ? mutated(part, [part], random) : part).toString('utf8');
      };
      try {
        for (const { rows } of readWorkbook(read, 10_000).sheets)
          for (const { cells } of rows) for (const { words } of cells.values()) expect(typeof words).toBe('string');
      } catch (error) {
        expect(error).toBeInstanceOf(BadWorkbook);
      }
    }
  });
});
