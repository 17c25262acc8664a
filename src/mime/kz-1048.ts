/**
 * The code page of Kazakhstan, KZ-1048, which no platform decodes: windows-1251 with the Kazakh letters in place of
 * others.
 */
export const KZ_1048 = {
  name: 'kz-1048',
  base: 'windows-1251',
  /** @param words the bytes as the base reads them */
  decoded(words: string, bytes: string): string {
    return words.replace(/[^\0-\x7f]/g, (sign, at: number) => KAZAKH.get(bytes.charCodeAt(at)) ?? sign);
  },
} as const;

const KAZAKH: ReadonlyMap<number, string> = new Map([
  [0x8d, 'Қ'],
  [0x8e, 'Һ'],
  [0x9d, 'қ'],
  [0x9e, 'һ'],
  [0xa1, 'Ұ'],
  [0xa2, 'ұ'],
  [0xa3, 'Ә'],
  [0xa5, 'Ө'],
  [0xaa, 'Ғ'],
  [0xaf, 'Ү'],
  [0xb2, 'І'],
  [0xb3, 'і'],
  [0xb4, 'ө'],
  [0xba, 'ғ'],
  [0xbc, 'ә'],
  [0xbd, 'Ң'],
  [0xbe, 'ң'],
  [0xbf, 'ү'],
]);
