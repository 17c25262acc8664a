import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/node/decode.ts';

const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('bytes are decoded', () => {
  test.each([
    ['nothing', Buffer.alloc(0), ''],
    ['ASCII', Buffer.from('hello\r\n'), 'hello\r\n'],
    ['UTF-8', Buffer.from('您好 😊 Қ'), '您好 😊 Қ'],
    ['UTF-8 with a mark', Buffer.from('\ufeff您好'), '\ufeff您好'],
    ['UTF-16LE', Buffer.from('\ufeff您好 😊', 'utf16le'), '\ufeff您好 😊'],
    ['UTF-16BE', utf16be('\ufeff您好 😊'), '\ufeff您好 😊'],
    ['UTF-16 of nothing', hex('fffe'), '\ufeff'],
    ['GBK', hex('c4fa bac3 a3ac 48 69 a3a1'), '您好，Hi！'],
    [
      'GB18030 of four bytes',
      hex('c4fa bac3 8130 8130 c4fa bac3 c4fa bac3 c4fa bac3 c4fa bac3 c4fa bac3'),
      '您好\x80您好您好您好您好您好',
    ],
    ['UTF-16LE without its mark', Buffer.from('hello', 'utf16le'), 'hello'],
    ['UTF-16BE without its mark', utf16be('您好, hello'), '您好, hello'],
    ['UTF-16LE of Kazakh', Buffer.from('Сәлеметсіз бе, қалайсыз?\n', 'utf16le'), 'Сәлеметсіз бе, қалайсыз?\n'],
    ['UTF-16BE of Chinese alone', utf16be('您好，请问有什么可以帮您'), '您好，请问有什么可以帮您'],
    [
      'Big5',
      hex('b17a a66e a141 bdd0 b0dd a6b3 a4b0 bbf2 a569 a548 c0b0 b17a a148 b17a aaba ad71 b3e6 a477 b867 b56f b366'),
      '您好，請問有什麼可以幫您？您的訂單已經發貨',
    ],
    ['Big5 of two characters', hex('b17a a66e'), '您好'],
    ['an address in GBK', Buffer.concat([hex('b5d8 d6b7 a3ba b7bf c9bd c7f8'), Buffer.from(' 12')]), '地址：房山区 12'],
  ])('%s', (_, bytes, text) => expect(decode(bytes)).toBe(text));
});

test('a name overrides what the bytes look like', () => {
  expect(decode(hex('b17a'), 'gb18030')).toBe('眤');
  expect(decode(Buffer.from('caf\xe9', 'latin1'), 'latin1')).toBe('café');
  expect(decode(hex('c7e4 f0e0'), 'windows-1251')).toBe('Здра');
  expect(decode(utf16be('\ufeffhi'), 'utf-16')).toBe('\ufeffhi');
  expect(decode(hex('ff'), 'utf-8')).toBeUndefined();
});

describe('bytes are no text', () => {
  test.each([
    ['UTF-16LE cut in half', hex('fffe 6000 60')],
    ['UTF-16LE with half a character', hex('fffe 3dd8')],
    ['Latin-1', Buffer.from('caf\xe9, na\xefve', 'latin1')],
    ['Windows-1251', hex('c7e4 f0e0 e2f1 f2e2 f3e9 f2e5')],
    ['Shift JIS', hex('82a8 96e2 82a2 8d87 82ed 82b9 82a0 82e8 82aa 82c6 82a4 82b2 82b4 82a2 82dc 82b7')],
    [
      'EUC-KR',
      hex('bec8 b3e7 c7cf bcbc bfe4 20 b9ab bef9 c0bb 20 b5b5 bfcd b5e5 b8b1 b1ee bfe4 20 c1d6 b9ae 20 b9f8 c8a3'),
    ],
    ['a picture', hex('89504e47 0d0a1a0a 0000000d 49484452')],
    ['an archive', hex('504b0304 14000000 0800')],
    ['UTF-8 cut in half', hex('e682 a8e5 a5')],
    ['bytes that no encoding has', hex('ff80 feff 00')],
  ])('%s', (_, bytes) => expect(decode(bytes)).toBeUndefined());
});

test('any bytes are text or none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const text = decode(Buffer.from(bytes));
      expect(text === undefined || typeof text === 'string').toBe(true);
      if (text !== undefined) expect(text).not.toMatch(/\p{Surrogate}/u);
    }),
    { seed: 10, numRuns: 5000 },
  );
});

test('any text comes back from UTF-8 and UTF-16', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
      if (text.includes('\0')) return;
      expect(decode(Buffer.from(`\ufeff${text}`, 'utf8'))).toBe(`\ufeff${text}`);
      expect(decode(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(`\ufeff${text}`);
      expect(decode(utf16be(`\ufeff${text}`))).toBe(`\ufeff${text}`);
    }),
    { seed: 11, numRuns: 2000 },
  );
});

test('a long file is decoded in time and memory', () => {
  const bytes = Buffer.concat(Array.from({ length: 200 }, () => Buffer.alloc(100_000, hex('c4fa bac3'))));
  const before = performance.now();
  expect(decode(bytes)?.length).toBe(10_000_000);
  expect(performance.now() - before).toBeLessThan(5000);
});
