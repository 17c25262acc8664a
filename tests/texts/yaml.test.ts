import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { applyEdits, isRefusal } from '../../src/core/edit.ts';
import type { Source } from '../../src/core/source.ts';
import { wholeFile } from '../../src/core/source.ts';
import type { Text } from '../../src/core/text.ts';
import type { Tree, TreePath } from '../../src/texts/tree.ts';
import { isMalformed } from '../../src/texts/tree.ts';
import { readYaml } from '../../src/texts/yaml.ts';
import { placeComplaint, rawAt, treeEditComplaint, unplacedSource } from '../reading-back.ts';
import { stringPaths } from './string-paths.ts';
import { words } from './words.ts';
import { yamlSource } from './yaml-sources.ts';

function read(text: string | Source): Tree {
  const tree = readYaml(typeof text === 'string' ? wholeFile('a.yaml', text) : text);
  if (isMalformed(tree)) throw new Error(`${tree.problem} at ${tree.offset}`);
  return tree;
}

function textAt(yaml: string, ...path: TreePath): Text {
  const text = read(yaml).text(path);
  expect(placeComplaint(wholeFile('a.yaml', yaml), text)).toBeUndefined();
  return text;
}

/** What stands in the source for each unit of a text. */
function raws(yaml: string, text: Text): readonly string[] {
  return Array.from({ length: text.words.length }, (_, unit) =>
    text
      .locate({ start: unit, end: unit + 1 })
      .spans.map((span) => rawAt(wholeFile('a.yaml', yaml), span))
      .join('…'),
  );
}

describe('a YAML string stands where it is written', () => {
  test.each([
    ['plain', 'k: hi 你 # no', 'hi 你', ['h', 'i', ' ', '你']],
    ['plain over lines', 'k: a  \n\n\n   b\n  c', 'a\n\nb c', ['a', '  \n\n', '\n   ', 'b', '\n  ', 'c']],
    ['plain with CRLF', 'k: a\r\n  b\r\n\r\n  c\r\n', 'a b\nc', ['a', '\r\n  ', 'b', '\r\n\r\n  ', 'c']],
    ['single-quoted', "k: 'it''s # '", "it's # ", ['i', 't', "''", 's', ' ', '#', ' ']],
    ['single-quoted over lines', "k: ' a \n\n b'", ' a\nb', [' ', 'a', ' \n\n ', 'b']],
    [
      'double-quoted',
      String.raw`k: "\"\x41\u4F60\U0001F60A\ \/"`,
      '"A你😊 /',
      ['\\"', '\\x41', '\\u4F60', '\\U0001F60A', '\\U0001F60A', '\\ ', '\\/'],
    ],
    ['double-quoted over lines', 'k: "a\\  \n  b"', 'a  b', ['a', '\\ ', ' \n  ', 'b']],
    ['double-quoted over an escaped break', 'k: "a \\\n  b"', 'a b', ['a', ' ', 'b']],
    ['literal', 'k: |\n  a\n   b\n\n  c\n', 'a\n b\n\nc\n', ['a', '\n  ', ' ', 'b', '\n', '\n  ', 'c', '\n']],
    ['literal with an indicator', 'k: |1-\n  a\n b\n\n', ' a\nb', [' ', 'a', '\n ', 'b']],
    ['literal that keeps', 'k: |+ # c\n  a\n\n\nl: x', 'a\n\n\n', ['a', '\n', '\n', '\n']],
    ['literal with CRLF', 'k: |\r\n  a\r\n  b\r\n', 'a\nb\n', ['a', '\r\n  ', 'b', '\r\n']],
    ['literal at the end of a file', 'k: |\n  a', 'a\n', ['a', '']],
    ['literal that starts blank', 'k: |\n\n  a', '\na\n', ['\n  ', 'a', '']],
    ['folded', 'k: >\n  a\n  b\n\n  c\n', 'a b\nc\n', ['a', '\n  ', 'b', '\n\n  ', 'c', '\n']],
    [
      'folded around deeper lines',
      'k: >-\n  a\n   b\n   c\n\n  d',
      'a\n b\n c\n\nd',
      ['a', '\n  ', ' ', 'b', '\n  ', ' ', 'c', '\n', '\n  ', 'd'],
    ],
    ['folded with an indicator', 'k: >2\n   a\n  b\n', ' a\nb\n', [' ', 'a', '\n  ', 'b', '\n']],
    ['folded that keeps', 'k: >+\n  a\n\n\n', 'a\n\n\n', ['a', '\n', '\n', '\n']],
    ['of composed signs', 'k: e\u0301👩‍👧\u200b', 'e\u0301👩‍👧\u200b', [...'e\u0301👩‍👧\u200b'.split('')]],
  ])('%s', (_, yaml, value, expected) => {
    const text = textAt(yaml, 'k');
    expect(text.words).toBe(value);
    expect(text.locate({ start: 0, end: value.length }).exact).toBe(true);
    expect(raws(yaml, text)).toEqual(expected);
  });

  test('in a list, in a map in flow, under a quoted key and behind tags and anchors', () => {
    const yaml = '- &x !!str hi\n- {"a b": "you", c: [one, \'two\']}\n- ? long\n  : there\n';
    for (const [path, value] of [
      [[0], 'hi'],
      [[1, 'a b'], 'you'],
      [[1, 'c', 1], 'two'],
      [[2, 'long'], 'there'],
    ] as const) {
      const start = yaml.indexOf(value);
      expect(textAt(yaml, ...path).locate({ start: 0, end: value.length })).toEqual({
        spans: [{ start, end: start + value.length }],
        exact: true,
      });
    }
  });

  test('at an alias, where its anchor is', () => {
    const yaml = 'a: &x [hi]\nb: *x\n';
    expect(textAt(yaml, 'b', 0).locate({ start: 0, end: 2 })).toEqual({ spans: [{ start: 7, end: 9 }], exact: true });
  });

  test('behind a byte order mark, a list too', () => {
    expect(textAt('\ufeff- hi', 0).locate({ start: 0, end: 2 }).spans).toEqual([{ start: 3, end: 5 }]);
    const record = { path: 'a.yaml', text: '\ufeffk: hi', base: { offset: 10, line: 4 } };
    expect(read(record).text(['k']).locate({ start: 0, end: 2 }).spans).toEqual([{ start: 14, end: 16 }]);
  });

  test.each([
    ['null', 'null: hi', ''],
    ['a number', '0x1f: hi', '31'],
    ['a truth value', 'true: hi', 'true'],
    ['nothing', ': hi', ''],
    ['__proto__', '__proto__: hi', '__proto__'],
    ['an alias', '- &x key\n- *x : hi', 'key'],
  ])('under the key %s', (_, yaml, key) => {
    const text = textAt(yaml, ...(yaml.startsWith('-') ? [1, key] : [key]));
    expect(raws(yaml, text)).toEqual(['h', 'i']);
  });
});

describe('a place that cannot be followed is not made up', () => {
  // The specification says that the blank line is a line feed, the parser that it is a space.
  test('behind an escaped line break and a blank line', () => {
    const text = textAt('k: "x\\\n\n  y"', 'k');
    expect(text.locate({ start: 0, end: 1 })).toEqual({ spans: [{ start: 3, end: 12 }], exact: false });
    expect(text.edit({ start: 0, end: 1 }, 'z')).toMatchObject({ refused: expect.stringMatching(/\w/) });
  });

  test('under a key that is a list or a map', () => {
    for (const yaml of ['? [a, b]\n: hi', '? {a: b}\n: hi']) {
      const [key] = Object.keys(read(yaml).value as object);
      const text = textAt(yaml, key as string);
      expect(text.words).toBe('hi');
      expect(text.locate({ start: 0, end: 2 }).exact).toBe(false);
      expect(isRefusal(text.edit({ start: 0, end: 2 }, 'yo'))).toBe(true);
    }
  });

  test('in a map that is merged', () => {
    const yaml = '%YAML 1.1\n---\na: &x {t: hi}\nb:\n  <<: *x\n';
    expect(read(yaml).value).toEqual({ a: { t: 'hi' }, b: { t: 'hi' } });
    expect(textAt(yaml, 'b', 't').locate({ start: 0, end: 2 }).exact).toBe(false);
    expect(isRefusal(textAt(yaml, 'b', 't').edit({ start: 0, end: 2 }, 'yo'))).toBe(true);
    expect(isRefusal(textAt(yaml, 'a', 't').edit({ start: 0, end: 2 }, 'yo'))).toBe(true);
  });
});

describe('an edit of a YAML string', () => {
  /** The source after `old` in the string under `k` was made `new`, or why it was not. */
  function edited(yaml: string, old: string, replacement: string): string {
    const text = textAt(yaml, 'k');
    const start = text.words.indexOf(old);
    const range = { start, end: start + old.length };
    expect(treeEditComplaint(wholeFile('a.yaml', yaml), 'yaml', text, range, replacement)).toBeUndefined();
    const edit = text.edit(range, replacement);
    return isRefusal(edit) ? `refused: ${edit.refused}` : applyEdits(yaml, [edit]);
  }

  test.each([
    ['k: hi there # c\nl: x', 'hi', 'hello', 'k: hello there # c\nl: x'],
    ['k: hi there', 'there', 'you, Ben', 'k: hi you, Ben'],
    ['k: 10 minutes', 'minutes', 'hours', 'k: 10 hours'],
    ['k: 您好', '您', '【你】', 'k: 【你】好'],
    ['k: hi\n  there', 'there', 'you', 'k: hi\n  you'],
    ['k: hi\n  there', 'hi there', 'you', 'k: you'],
    ["k: 'it''s so'", 'so', "Ben's", "k: 'it''s Ben''s'"],
    ['k: "a\\n\\u4f60"', '你', '"\n\u007f\u2028', 'k: "a\\n\\"\\n\\u007f\\u2028"'],
    ['k: "a\n  b"', 'b', ' b ', 'k: "a\n  \\x20b\\x20"'],
    ['k: |\n  a b\n  c\nl: x', 'b\nc', 'd', 'k: |\n  a d\nl: x'],
    ['k: |\n  a b\n  c\nl: x', 'b', 'd\n\ne', 'k: |\n  a d\n\n  e\n  c\nl: x'],
    ['k: >\n  a b\n  c\nl: x', 'b c', 'd', 'k: >\n  a d\nl: x'],
    ['k: |-\n  a', 'a', 'b', 'k: |-\n  b'],
    ['k: &x hi', 'hi', 'yo', 'k: &x yo'],
    ['k: "x"', 'x', '', 'k: ""'],
  ])('%j: %j becomes %j', (yaml, old, replacement, after) => {
    expect(edited(yaml, old, replacement)).toBe(after);
  });

  test.each([
    ['k: hi there', 'hi', '- hi'],
    ['k: hi there', 'hi there', 'true'],
    ['k: hi there', 'hi there', '12.5'],
    ['k: hi there', 'hi there', '2024-01-01 10:00:00'],
    ['k: hi there', 'hi there', ''],
    ['k: hi there', 'there', 'there:'],
    ['k: hi there', 'there', '#1'],
    ['k: hi there', ' there', ' '],
    ['k: -x y', 'x', ''],
    ["k: 'hi'", 'hi', 'a\nb'],
    ["k: 'hi'", 'hi', '\u0007'],
    ['k: |\n  a\n  b\n', 'a', ' a'],
    ['k: |\n  a\n  b\n', 'a', ''],
    ['k: |\n  a\n  b\n', 'b\n', 'c'],
    ['k: |\n  a\n  b\n', 'b', 'c\n d'],
    ['k: >\n  a\n  b\n', 'b', 'c\nd'],
    ['k: |\n  a\n  b\n', 'b', '\u001b'],
    ['k: &x hi\nl: *x', 'hi', 'yo'],
    ['k: &x !!str\nl: "y"', '', 'yo'],
    ["k: 'hi'", 'hi', '\ud83d'],
  ])('%j: %j does not become %j', (yaml, old, replacement) => {
    expect(edited(yaml, old, replacement)).toMatch(/^refused: \w/);
  });

  test('in flow leaves out the signs that end a string there', () => {
    for (const replacement of ['a, b', 'a]', '{a']) {
      const yaml = 'k: [hi there]';
      expect(isRefusal(textAt(yaml, 'k', 0).edit({ start: 0, end: 2 }, replacement))).toBe(true);
    }
    expect(isRefusal(textAt('k: [hi there]', 'k', 0).edit({ start: 0, end: 2 }, 'ho'))).toBe(false);
  });

  test('does not write the mark that ends a document', () => {
    const text = textAt('a b\nc', ...[]);
    expect(isRefusal(text.edit({ start: 4, end: 5 }, '...'))).toBe(true);
    expect(isRefusal(text.edit({ start: 4, end: 5 }, '..'))).toBe(false);
  });
});

describe('what is no YAML', () => {
  test.each([
    ['a: "b', 5],
    ['a: b: c', 3],
    ['a:\n\t- b', 3],
    ['a: 1\na: 2', 5],
    ['{a: 1, a: 2}', 7],
    ['"a": 1\na: 2', 7],
    ['a: *b', 3],
    ['a: 1\n---\nb: 2', 5],
    ['a: &a [*a]', 7],
    ['- *x\n- &x y', 2],
    ['a: "\\q"', 4],
    ['%YAML 1.1\n---\na: {<<: hi}', 0],
  ])('%j is malformed at %d', (text, offset) => {
    expect(readYaml(wholeFile('a.yaml', text))).toEqual({ problem: expect.stringMatching(/^no YAML: \S/), offset });
    const record = { path: 'a.yaml', text, base: { offset: 100, line: 3 } };
    expect(readYaml(record)).toMatchObject({ offset: 100 + offset });
  });

  test.each([
    ['[', 'nested'],
    ['{a: ', 'nested'],
    ['- ', 'nested'],
    ['? ', 'nested'],
    [': ', 'nested'],
    ['&a ', 'anchor'],
    ['!x ', 'tag'],
    ['---\n', 'documents'],
  ])('%j without end is malformed', (piece, why) => {
    const read = readYaml(wholeFile('a.yaml', piece.repeat(20_000)));
    expect(isMalformed(read) ? read.problem : 'read').toContain(why);
  });

  test('is a small file of aliases that stands for a huge one', () => {
    const levels = Array.from({ length: 30 }, (_, level) => `l${level + 1}: &l${level + 1} [*l${level}, *l${level}]`);
    const tree = readYaml(wholeFile('a.yaml', `l0: &l0 hi\n${levels.join('\n')}`));
    expect(isMalformed(tree) ? tree.problem : 'read').toContain('too much');
  });
});

test('an anchor may be used by many entries', () => {
  const yaml = `- &x hi\n${'- *x\n'.repeat(5000)}`;
  expect(textAt(yaml, 5000).locate({ start: 0, end: 2 }).spans).toEqual([{ start: 5, end: 7 }]);
});

test('a map of many keys is read in time', () => {
  const yaml = Array.from({ length: 30_000 }, (_, index) => `k${index}: v`).join('\n');
  const before = performance.now();
  read(yaml);
  expect(performance.now() - before).toBeLessThan(8000);
});

/** What keeps a place from being known: the parser reads these otherwise than the specification. */
function mayBeLost(yaml: string, value: string, path: TreePath): boolean {
  return (
    value.trim() === '' ||
    /\\\r?\n[ \t]*\r?\n/.test(yaml) ||
    path.some((key) => typeof key === 'string' && /^\[ /.test(key))
  );
}

const choice = fc.record({ replacement: words, from: fc.nat(), to: fc.nat() });

function rangeIn(text: Text, { from, to }: { from: number; to: number }): { start: number; end: number } {
  const ends = [from % (text.words.length + 1), to % (text.words.length + 1)];
  return { start: Math.min(...ends), end: Math.max(...ends) };
}

describe('any YAML that a person wrote', () => {
  test('is read as the parser reads it, and every range of every string stands where it was written', () => {
    let read = 0;
    let malformed = 0;
    fc.assert(
      fc.property(yamlSource, (yaml) => {
        const source = wholeFile('a.yaml', yaml);
        const tree = readYaml(source);
        if (isMalformed(tree)) {
          malformed++;
          return;
        }
        read++;
        expect(tree.value).toEqual(parse(yaml.replace(/^\ufeff/, ''), { logLevel: 'error' }));
        for (const path of stringPaths(tree.value)) {
          const text = tree.text(path);
          expect(placeComplaint(source, text)).toBeUndefined();
          if (mayBeLost(yaml, text.words, path)) continue;
          expect(text.locate({ start: 0, end: text.words.length }).exact).toBe(true);
          // Nothing but indentation and line breaks lies between the units.
          expect(unplacedSource(source, text)).toMatch(/^(?:\s|\\\r?\n)*$/);
        }
      }),
      { seed: 3, numRuns: 2000 },
    );
    expect(read).toBeGreaterThan(malformed);
  });

  test('is edited in one string, or not at all', () => {
    let made = 0;
    fc.assert(
      fc.property(yamlSource, choice, (yaml, { replacement, ...ends }) => {
        const source = wholeFile('a.yaml', yaml);
        const tree = readYaml(source);
        if (isMalformed(tree)) return;
        for (const path of stringPaths(tree.value)) {
          const text = tree.text(path);
          for (const words of [replacement, 'x']) {
            expect(treeEditComplaint(source, 'yaml', text, rangeIn(text, ends), words)).toBeUndefined();
            if (!isRefusal(text.edit(rangeIn(text, ends), words))) made++;
          }
        }
      }),
      { seed: 4, numRuns: 2000 },
    );
    expect(made).toBeGreaterThan(1000);
  });
});

/** A library of strings as the package writes it, in a style of its own choice or one that was asked for. */
const stringified = fc
  .record({
    value: fc.oneof(
      fc.array(words, { minLength: 1, maxLength: 4 }),
      fc.dictionary(words, words, { minKeys: 1, maxKeys: 4 }),
      words,
    ),
    options: fc.record({
      defaultStringType: fc.constantFrom<'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_LITERAL' | 'BLOCK_FOLDED'>(
        'PLAIN',
        'QUOTE_SINGLE',
        'QUOTE_DOUBLE',
        'BLOCK_LITERAL',
        'BLOCK_FOLDED',
      ),
      defaultKeyType: fc.constant<'PLAIN'>('PLAIN'),
      lineWidth: fc.constantFrom(0, 3, 8, 80),
      minContentWidth: fc.constant(0),
      indent: fc.constantFrom(1, 2, 4),
      singleQuote: fc.constantFrom(true, false, null),
      doubleQuotedMinMultiLineLength: fc.constantFrom(1, 40),
    }),
    isCrlf: fc.boolean(),
  })
  .map(({ value, options, isCrlf }) => {
    const yaml = stringify(value, options);
    return isCrlf && !yaml.includes('\r') ? yaml.replaceAll('\n', '\r\n') : yaml;
  });

describe('any YAML that the package wrote', () => {
  test('is followed in every style', () => {
    let strings = 0;
    let lost = 0;
    fc.assert(
      fc.property(stringified, choice, (yaml, { replacement, ...ends }) => {
        const source = wholeFile('a.yaml', yaml);
        const tree = readYaml(source);
        if (isMalformed(tree)) return;
        expect(tree.value).toEqual(parse(yaml, { logLevel: 'error' }));
        for (const path of stringPaths(tree.value)) {
          const text = tree.text(path);
          strings++;
          expect(placeComplaint(source, text)).toBeUndefined();
          if (!text.locate({ start: 0, end: text.words.length }).exact && !mayBeLost(yaml, text.words, path)) lost++;
          expect(treeEditComplaint(source, 'yaml', text, rangeIn(text, ends), replacement)).toBeUndefined();
        }
      }),
      { seed: 5, numRuns: 2000 },
    );
    expect(strings).toBeGreaterThan(2000);
    expect(lost).toBe(0);
  });
});
