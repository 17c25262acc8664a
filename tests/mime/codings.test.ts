import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64, encodeBase64, wrapBase64 } from '../../src/mime/base64.ts';
import { charsetNamed, decodeWords, encodeWords, unitPlaces } from '../../src/mime/charset.ts';
import type { BytePlaces } from '../../src/mime/quoted-printable.ts';
import { decodeQuotedPrintable, encodeQuotedPrintable } from '../../src/mime/quoted-printable.ts';

const bytes = fc
  .array(fc.oneof(fc.nat(255), fc.constantFrom(10, 13, 32, 9, 61, 46, 70)), { maxLength: 200 })
  .map((all) => String.fromCharCode(...all));

test('what is spelt in quoted-printable reads as it was, in lines of 76 signs', () => {
  fc.assert(
    fc.property(bytes, fc.nat(75), fc.nat(75), (written, column, rest) => {
      // A return by itself is no line break, and is spelt.
      const spelt = encodeQuotedPrintable(written, column, rest, '\r\n');
      expect(decodeQuotedPrintable(`${spelt}${'x'.repeat(rest)}`)).toBe(`${written}${'x'.repeat(rest)}`);
      const lines = `${'x'.repeat(column)}${spelt}${'x'.repeat(rest)}`.split('\n');
      expect(Math.max(...lines.map((line) => line.replace(/\r$/, '').length))).toBeLessThanOrEqual(76);
      expect(spelt).toMatch(/^[\t\r\n -~]*$/);
    }),
    { seed: 4, numRuns: 500 },
  );
});

test('each byte in quoted-printable and base64 stands where it was written', () => {
  fc.assert(
    fc.property(bytes, (written) => {
      for (const [coded, decode] of [
        [encodeQuotedPrintable(written, 0, 0, '\n'), decodeQuotedPrintable],
        [wrapBase64(encodeBase64(written), '\r\n'), decodeBase64],
      ] as const) {
        const places: BytePlaces = { starts: [], ends: [] };
        expect(decode(coded, places)).toBe(written);
        expect([places.starts.length, places.ends.length]).toEqual([written.length, written.length]);
        for (let at = 0; at < written.length; at++) {
          const own = coded.slice(places.starts[at], places.ends[at]);
          // A blank by itself would be one at the end of a line.
          expect(own === written[at] || decode(own).includes(written[at] as string)).toBe(true);
        }
      }
    }),
    { seed: 5, numRuns: 300 },
  );
});

test('base64 agrees with the platform', () => {
  fc.assert(
    fc.property(bytes, (written) => {
      expect(encodeBase64(written)).toBe(Buffer.from(written, 'latin1').toString('base64'));
    }),
    { seed: 6 },
  );
});

test('what an encoding has is written in it and read again, each unit in its place', () => {
  const words = fc.string({
    unit: fc.constantFrom('a', ' ', '\n', '您', '好', '嗎', 'Қ', 'ә', 'Ш', 'é', '€', '😊', '𠮷', '가', 'あ'),
    maxLength: 30,
  });
  const charsets = [
    'utf-8',
    'gb18030',
    'gbk',
    'big5',
    'windows-1251',
    'koi8-r',
    'iso-8859-1',
    'kz-1048',
    'utf-16le',
    'euc-kr',
    'shift_jis',
    'euc-jp',
  ];
  fc.assert(
    fc.property(words, fc.constantFrom(...charsets), (written, label) => {
      const charset = charsetNamed(label) as string;
      const coded = encodeWords(written, charset);
      if (coded === undefined) return;
      expect(decodeWords(coded, charset)).toBe(written);
      const places = unitPlaces(coded, written, charset);
      [...written].reduce((unit, sign) => {
        expect(decodeWords(coded.slice(places?.starts[unit], places?.ends[unit + sign.length - 1]), charset)).toBe(
          sign,
        );
        return unit + sign.length;
      }, 0);
    }),
    { seed: 7, numRuns: 600 },
  );
});

test.each([
  ['gb18030', '您好Қә😊𠮷€㐀', true],
  ['gbk', '您好😊', false],
  ['gb2312', '您好', true],
  ['big5', '您嗎', true],
  ['windows-1251', 'Шай', true],
  ['windows-1251', 'Қа', false],
  ['kz-1048', 'Қазақша әріптер: ңғүұөһі', true],
])('%s has %j: %j', (label, words, isThere) => {
  const coded = encodeWords(words, charsetNamed(label) as string);
  expect(coded !== undefined).toBe(isThere);
  if (coded !== undefined) expect(decodeWords(coded, charsetNamed(label) as string)).toBe(words);
});
