import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codecFor } from '../../src/node/encode.ts';

const WORDS = fc
  .array(
    fc.constantFrom(
      'a',
      '1',
      ' ',
      '\n',
      '您',
      '好，',
      '！',
      '镕',
      'Қ',
      'ө',
      '\u{20000}',
      '😊',
      '€',
      'é',
      '…',
      '\u00a0',
      '裏',
    ),
  )
  .map((signs) => signs.join(''));

describe.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'gbk', 'big5', 'windows-1251', 'koi8-r', 'iso-8859-2'])(
  '%s',
  (name) => {
    const codec = codecFor(name) as NonNullable<ReturnType<typeof codecFor>>;

    test('what is encoded is decoded as the same words, and its characters are counted as they are', () => {
      fc.assert(
        fc.property(WORDS, (words) => {
          const bytes = codec.encode(words);
          if (bytes === undefined) return;
          expect(new TextDecoder(name, { ignoreBOM: true }).decode(bytes)).toBe(words);
          let at = 0;
          let units = 0;
          while (at < bytes.length) {
            const character = codec.characterAt(bytes, at);
            expect(character).toBeDefined();
            at += character?.bytes ?? 1;
            units += character?.units ?? 0;
          }
          expect([at, units]).toEqual([bytes.length, words.length]);
        }),
        { seed: 2, numRuns: 200 },
      );
    });
  },
);

test('every character of Unicode can be written in GB18030', () => {
  const codec = codecFor('gb18030');
  for (let code = 0x20; code <= 0x10ffff; code += 97) {
    const isHalf = code >= 0xd800 && code <= 0xdfff;
    expect([code, codec?.encode(String.fromCodePoint(code)) === undefined]).toEqual([code, isHalf]);
  }
});

test('what an encoding lacks is refused', () => {
  expect(codecFor('big5')?.encode('Қазақ')).toBeUndefined();
  expect(codecFor('gbk')?.encode('😊')).toBeUndefined();
  expect(codecFor('windows-1251')?.encode('您')).toBeUndefined();
  expect(codecFor('utf-8')?.encode('\ud800')).toBeUndefined();
  expect(codecFor('shift_jis')).toBeUndefined();
});
