import { describe, expect, test } from 'vitest';
import { wholeFile } from '../../src/core/source.ts';
import type { FormatSettings } from '../../src/formats/format.ts';
import type { Syntax } from '../../src/formats/read-document.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { readHtml } from '../../src/texts/html.ts';
import { placeComplaint, textsOf } from '../reading-back.ts';
import { PARSERS } from './parsers.ts';

function read(text: string, syntax: Syntax, settings: Partial<FormatSettings> = {}) {
  const source = wholeFile(`a.${syntax}`, text);
  const result = readDocument(source, PARSERS[syntax], { agents: [], fields: {}, ...settings }, readHtml);
  for (const one of result.documents.flatMap(textsOf)) expect(placeComplaint(source, one)).toBeUndefined();
  return result;
}

/** Values where a string, list or object is looked for. */
const VALUES = [
  '1',
  'null',
  'true',
  '""',
  '"hi"',
  '[]',
  '{}',
  '[[]]',
  '{"toString":1}',
  '{"a":"b"}',
  '[{"text":"hi"}]',
  '1e999',
  '"\\ud800"',
];

const SHAPES = [
  (value: string) => value,
  (value: string) => `[${value}]`,
  (value: string) => `{"messages":${value}}`,
  (value: string) => `{"turns":[${value}]}`,
  (value: string) => `{"messages":[{"role":${value},"content":"hi"}]}`,
  (value: string) => `{"messages":[{"role":"user","content":${value}}]}`,
  (value: string) => `{"messages":[{"role":"user","content":[${value}]}]}`,
  (value: string) => `{"messages":[{"role":"user","content":[{"text":${value}}]}]}`,
  (value: string) =>
    `[{"messages":[{"role":"user","content":"hi"}]},{"messages":[{"role":${value},"content":${value}}]}]`,
  (value: string) => `[{"role":"user","content":"hi"},{"role":${value},"content":${value}}]`,
  (value: string) =>
    `{"turns":[{"role":"agent","text":"hi"},{"role":${value},"name":${value},"text":"yo","at":${value}}]}`,
  (value: string) =>
    `{"turns":[{"role":"agent","text":"hi"}],"id":${value},"channel":${value},"language":${value},"subject":${value}}`,
  (value: string) => `[{"turns":[{"role":"agent","text":"hi"}]},${value},{"turns":${value}}]`,
  (value: string) => `{"replies":[{"title":${value},"body":"hi"},{"title":"t","body":${value}}]}`,
  (value: string) => `{"a":{"title":${value},"body":"hi"},"b":${value}}`,
  (value: string) =>
    `{"ConversationId":${value},"StartTime":${value},"EndTime":${value},"Content":"Agent: hi\\nCustomer: yo"}`,
  (value: string) => `{"ConversationId":"1","Content":${value}}`,
  (value: string) =>
    `{"__proto__":${value},"constructor":${value},"turns":[{"__proto__":${value},"role":"agent","text":"hi"}]}`,
];

const KINDS = [undefined, 'conversation', 'draft', 'library'] as const;

describe('values of the wrong kind', () => {
  test('give documents or problems, and never silence for what is no blank', () => {
    for (const shape of SHAPES)
      for (const value of VALUES)
        for (const syntax of ['json', 'yaml'] as const)
          for (const kind of KINDS) {
            const text = shape(value);
            const { documents, problems } = read(text, syntax, { kind });
            const isSilent = documents.length + problems.length === 0 && text !== 'null';
            expect([text, syntax, kind, isSilent]).toEqual([text, syntax, kind, false]);
          }
  });

  test('are no names of fields', () => {
    for (const field of ['__proto__', 'toString', 'a.b.c', '', '.', 'role.length']) {
      const fields = { text: field, role: field, messages: field, title: field, body: field };
      for (const shape of SHAPES) read(shape('"hi"'), 'json', { fields });
    }
  });
});

describe('a text', () => {
  test.each([
    '',
    ' ',
    '\n',
    '\ufeff',
    '\0',
    '\r',
    '\ufffe',
    '\ud800',
    'Agent:',
    ':',
    'a:\nb:\na:\nb:',
    '()',
    '\u2028',
    '...',
    '---',
  ])('%j is read', (text) => {
    for (const kind of KINDS) {
      const { documents, problems } = read(text, 'text', { kind });
      if (text.trim() !== '') expect([kind, documents.length + problems.length > 0]).toEqual([kind, true]);
    }
  });
});

describe('a configured kind', () => {
  test('takes the messages of the agent for a library', () => {
    const { documents } = read('{"turns":[{"role":"agent","text":"hi"},{"role":"user","text":"yo"}]}', 'json', {
      kind: 'library',
    });
    expect(documents.flatMap(textsOf).map(({ words }) => words)).toEqual(['hi']);
  });

  test('keeps the only sentence of a map, which shows that it is a library', () => {
    const text = '{"bye":"bye","hi":"Hello there my friend"}';
    const edit = (kind: FormatSettings['kind']) =>
      read(text, 'json', { kind }).documents.flatMap(textsOf)[1]?.edit({ start: 5, end: 21 }, '');
    expect(edit(undefined)).toHaveProperty('refused');
    expect(edit('library')).toHaveProperty('words', '');
  });
});
