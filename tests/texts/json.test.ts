import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, isRefusal } from '../../src/core/edit.ts';
import type { Source } from '../../src/core/source.ts';
import { wholeFile } from '../../src/core/source.ts';
import { readJson } from '../../src/texts/json.ts';
import type { Tree } from '../../src/texts/tree.ts';
import { isMalformed } from '../../src/texts/tree.ts';
import { placeComplaint, rawAt, treeEditComplaint, unplacedSource } from '../reading-back.ts';
import { stringPaths } from './string-paths.ts';
import { words } from './words.ts';

function read(text: string | Source): Tree {
  const tree = readJson(typeof text === 'string' ? wholeFile('a.json', text) : text);
  if (isMalformed(tree)) throw new Error(`${tree.problem} at ${tree.offset}`);
  return tree;
}

describe('a JSON string', () => {
  const source = String.raw`{"a": ["x", "q\"\\\/\b\f\n\r\t\u00e9\u4F60\ud83d\uDE0A!"]}`;

  test('stands where it is written, unit by unit', () => {
    const tree = read(source);
    const text = tree.text(['a', 1]);
    expect(text.words).toBe('q"\\/\b\f\n\r\té你😊!');
    const raws = Array.from({ length: text.words.length }, (_, unit) =>
      rawAt(wholeFile('a.json', source), text.locate({ start: unit, end: unit + 1 }).spans[0] as never),
    );
    expect(raws.join(' ')).toBe(String.raw`q \" \\ \/ \b \f \n \r \t \u00e9 \u4F60 \ud83d \uDE0A !`);
    expect(text.locate({ start: 0, end: text.words.length })).toEqual({
      spans: [{ start: source.indexOf('q'), end: source.indexOf('!') + 1 }],
      exact: true,
    });
  });

  test('that is empty has a place between its quotes', () => {
    expect(read('["", {"":""}]').text([0]).locate({ start: 0, end: 0 })).toEqual({
      spans: [{ start: 2, end: 2 }],
      exact: true,
    });
    expect(read('["", {"":""}]').text([1, '']).locate({ start: 0, end: 0 }).spans).toEqual([{ start: 10, end: 10 }]);
  });

  test('can be the whole source, behind a byte order mark and in a record', () => {
    const record = { path: 'a.jsonl', text: '\ufeff "hi" ', base: { offset: 50, line: 3 } };
    expect(read(record).text([]).locate({ start: 0, end: 2 })).toEqual({
      spans: [{ start: 53, end: 55 }],
      exact: true,
    });
  });

  test('of a key that comes twice is the last one, as in JSON.parse', () => {
    const twice = '{"a": "one", "b": {"a": 1}, "a": "two"}';
    const text = read(twice).text(['a']);
    expect(text.words).toBe('two');
    expect(rawAt(wholeFile('a.json', twice), text.locate({ start: 0, end: 3 }).spans[0] as never)).toBe('two');
    expect(
      read('{"a": {"b": "x"}, "a": "two", "a": {"b": "y"}}').text(['a', 'b']).locate({ start: 0, end: 1 }),
    ).toEqual({ spans: [{ start: 42, end: 43 }], exact: true });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', '0', ''])(
    'under the key %j is found',
    (key) => {
      const text = `{"x": [1, {${JSON.stringify(key)}: "hi"}]}`;
      expect(read(text).text(['x', 1, key]).locate({ start: 0, end: 2 })).toEqual({
        spans: [{ start: text.indexOf('hi'), end: text.indexOf('hi') + 2 }],
        exact: true,
      });
    },
  );

  test('under a key that is written with escapes is found', () => {
    const text = String.raw`{"\u0061\n": "hi"}`;
    expect(read(text).text(['a\n']).locate({ start: 0, end: 2 }).spans).toEqual([{ start: 14, end: 16 }]);
  });
});

describe('an edit of a JSON string', () => {
  test('is spelt with the escapes it needs', () => {
    const source = '{"a": "one", "b": "two"}';
    const edit = read(source).text(['a']).edit({ start: 1, end: 3 }, 'h "no"\\\n\u0007\ud83d');
    if (isRefusal(edit)) throw new Error(edit.refused);
    const after = applyEdits(source, [edit]);
    expect(after).toBe(String.raw`{"a": "oh \"no\"\\\n\u0007\ud83d", "b": "two"}`);
    expect(JSON.parse(after)).toEqual({ a: 'oh "no"\\\n\u0007\ud83d', b: 'two' });
  });

  test('is refused inside a character', () => {
    for (const source of ['["a😊b"]', String.raw`["a\ud83d\ude0ab"]`]) {
      const text = read(source).text([0]);
      expect(isRefusal(text.edit({ start: 1, end: 2 }, 'x'))).toBe(true);
      expect(isRefusal(text.edit({ start: 2, end: 2 }, 'x'))).toBe(true);
      expect(treeEditComplaint(wholeFile('a.json', source), 'json', text, { start: 1, end: 3 }, 'x')).toBeUndefined();
    }
  });
});

describe('what is no JSON', () => {
  test.each([
    ['{"a": 1,}', 8],
    ['{"a" 1}', 5],
    ['[1, 2', 5],
    ["{'a': 1}", 1],
    ['{"a": "b\n"}', 6],
    ['{"a": 1} x', 9],
    ['// no', 0],
    ['', 0],
    ['\ufeff', 1],
    ['nul', 0],
    ['{"a": "\\x"}', 6],
  ])('%j is malformed at %d', (text, offset) => {
    expect(readJson(wholeFile('a.json', text))).toEqual({ problem: expect.stringMatching(/\w/), offset });
    const record = { path: 'a.jsonl', text, base: { offset: 1000, line: 9 } };
    expect(readJson(record)).toMatchObject({ offset: 1000 + offset });
  });

  test.each([
    ['brackets', '['.repeat(200_000)],
    ['brackets that close', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['braces', '{"a":'.repeat(200_000)],
    ['braces that close', `${'{"a":'.repeat(200_000)}"x"${'}'.repeat(200_000)}`],
  ])('endless %s end', (_, text) => {
    const tree = readJson(wholeFile('a.json', text));
    expect(isMalformed(tree) ? tree.problem : 'read').toMatch(/\w/);
  });
});

/** A JSON value, with strings of every kind. */
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.constantFrom(null, true, false, 0, -1.5, 1e21),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(words, fc.constantFrom('__proto__', 'a', '0')), tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** Writes a value as JSON in all the ways that JSON has. @param choose the next of many small numbers */
function write(json: unknown, choose: (many: number) => number): string {
  const blank = () => ['', '', ' ', '\n', '\r\n\t', '  '][choose(6)] as string;
  const list = (open: string, items: readonly string[], close: string) =>
    `${open}${blank()}${items.join(`${blank()},${blank()}`)}${blank()}${close}`;
  const at = (one: unknown): string => {
    if (typeof one === 'string')
      return `"${[...Array(one.length).keys()].map((unit) => spell(one, unit, choose)).join('')}"`;
    if (Array.isArray(one)) return list('[', one.map(at), ']');
    if (typeof one !== 'object' || one === null) return JSON.stringify(one);
    const members = Object.entries(one).map(([key, inside]) => `${at(key)}${blank()}:${blank()}${at(inside)}`);
    // A key may come twice; what came first is lost.
    const [first] = Object.keys(one);
    if (first !== undefined && choose(4) === 0) members.unshift(`${at(first)}:${at(['lost'])}`);
    return list('{', members, '}');
  };
  return `${choose(5) === 0 ? '\ufeff' : ''}${blank()}${at(json)}${blank()}`;
}

function spell(text: string, unit: number, choose: (many: number) => number): string {
  const sign = text[unit] as string;
  const hex = text.charCodeAt(unit).toString(16).padStart(4, '0');
  const long = `\\u${choose(2) === 0 ? hex : hex.toUpperCase()}`;
  const short = {
    '"': '\\"',
    '\\': '\\\\',
    '/': '\\/',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
  }[sign];
  const mustEscape = sign < ' ' || sign === '"' || sign === '\\';
  const ways = [long, ...(short === undefined ? [] : [short, short]), ...(mustEscape ? [] : [sign, sign, sign])];
  return ways[choose(ways.length)] as string;
}

/** A value with a source that holds it. */
const written = fc
  .tuple(value, fc.infiniteStream(fc.nat({ max: 59 })), fc.constantFrom(0, 7, 100_000))
  .map(([json, stream, offset]) => ({
    json,
    source: {
      path: 'a.json',
      text: write(json, (many) => (stream.next().value as number) % many),
      base: { offset, line: 1 },
    },
  }));

describe('any JSON', () => {
  test('is read as JSON.parse reads it, and every range of every string stands where it was written', () => {
    fc.assert(
      fc.property(written, ({ json, source }) => {
        const tree = read(source);
        expect(tree.value).toEqual(json);
        for (const path of stringPaths(tree.value)) {
          const text = tree.text(path);
          expect(placeComplaint(source, text)).toBeUndefined();
          expect(text.locate({ start: 0, end: text.words.length }).exact).toBe(true);
          expect(unplacedSource(source, text)).toBe('');
        }
      }),
      { seed: 1, numRuns: 2000 },
    );
  });

  test('is edited in one string and stays JSON', () => {
    fc.assert(
      fc.property(written, words, fc.nat(), fc.nat(), ({ source }, replacement, from, to) => {
        const tree = read(source);
        for (const path of stringPaths(tree.value)) {
          const text = tree.text(path);
          const [start = 0, end = 0] = [from % (text.words.length + 1), to % (text.words.length + 1)].sort(
            (a, b) => a - b,
          );
          expect(treeEditComplaint(source, 'json', text, { start, end }, replacement)).toBeUndefined();
          // Nothing but half a character is a reason to refuse.
          const halves =
            /[\ud800-\udbff]$/.test(text.words.slice(0, start)) || /[\ud800-\udbff]$/.test(text.words.slice(0, end));
          if (!halves) expect(isRefusal(text.edit({ start, end }, replacement))).toBe(false);
        }
      }),
      { seed: 2, numRuns: 2000 },
    );
  });
});
