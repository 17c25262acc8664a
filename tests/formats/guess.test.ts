import { describe, expect, test } from 'vitest';
import { wholeFile } from '../../src/core/source.ts';
import { readDocument, syntaxOf } from '../../src/formats/read-document.ts';
import { readHtml } from '../../src/texts/html.ts';
import { PARSERS } from './parsers.ts';

describe('the format of', () => {
  test.each([
    ['{"turns":[{"role":"agent","text":"hi"}]}', 'conversations'],
    ['[{"turns":[{"role":"agent","text":"hi"}]}]', 'conversations'],
    ['{"messages":[{"author":"Ann","body":"hi"}]}', 'conversations'],
    ['{"messages":[{"role":"user","content":"hi"}]}', 'openai-messages'],
    ['[{"role":"user","content":"hi"}]', 'openai-messages'],
    ['{"ConversationId":"1","Content":"Hello. Hi."}', 'transcript-record'],
    ['{"id":1,"text":"Agent: hi\\nCustomer: yo"}', 'transcript-record'],
    ['{"id":1,"title":"Greeting","content":"Hello, how can I help you?"}', 'library'],
    ['[{"title":"Greeting","body":"Hello"}]', 'library'],
    ['{"data":{"macros":[{"name":"Greeting","body_text":"x","text":"Hello"}]}}', 'library'],
    ['{"greeting":"Hello, how can I help you?"}', 'library'],
    ['{"greeting":"您好，有什么可以帮您？"}', 'library'],
    ['{"name":"replylint","version":"0.1.0","private":true}', undefined],
    ['{"compilerOptions":{"target":"ES2022","module":"NodeNext"}}', undefined],
    ['[1,2,3]', undefined],
  ])('%s is %s', (text, format) => {
    for (const syntax of ['json', 'yaml'] as const)
      expect([
        syntax,
        readDocument(wholeFile('a', text), PARSERS[syntax], { agents: [], fields: {} }, readHtml).format,
      ]).toEqual([syntax, format]);
  });

  test.each([
    ['Hello, thank you for your order.', 'draft'],
    ['Agent: hi\nCustomer: yo', 'transcript'],
    ['Ann: hi\nBen: yo\nAnn: so\nBen: well', 'transcript'],
    ['Hello,\n\nplease note: we are closed.\n\nAgent: Ben', 'draft'],
  ])('%j is %s', (text, format) => {
    expect(readDocument(wholeFile('a', text), undefined, { agents: [], fields: {} }).format).toBe(format);
  });
});

describe('the syntax of a file', () => {
  test.each([
    ['a.json', '', 'json'],
    ['a.JSONL', '', 'json'],
    ['a.ndjson', '', 'json'],
    ['a.yml', '{', 'yaml'],
    ['a.yaml', '', 'yaml'],
    ['a.txt', '{"a":1}', 'text'],
    ['a.md', '[a]', 'text'],
    ['<stdin>', '{"a":1}', 'json'],
    ['<stdin>', '\ufeff [{', 'json'],
    ['<stdin>', '[10:20] Ben: hi', 'text'],
    ['<stdin>', '{{name}}, hello', 'text'],
    ['<stdin>', '[[name]], hello', 'text'],
    ['<stdin>', 'hello', 'text'],
  ])('%s that begins with %j is %s', (path, head, syntax) => expect(syntaxOf(path, head)).toBe(syntax));
});
