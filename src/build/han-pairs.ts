import { Converter } from 'opencc-js/t2cn';

/**
 * The text of `src/matching/han-pairs.ts`: each traditional character with the simplified one that it is
 * compared as, by the character tables of OpenCC. Only characters of one UTF-16 unit, so that positions stay.
 */
export function hanPairsFile(): string {
  const simplified = Converter({ from: 't', to: 'cn' });
  const pairs: string[] = [...VARIANTS];
  for (let unit = 0x3400; unit <= 0x9fff; unit++) {
    const character = String.fromCharCode(unit);
    const other = simplified(character);
    if (other.length === 1 && other !== character) pairs.push(character + other);
  }
  const lines: string[] = [];
  for (let at = 0; at < pairs.length; at += 50) lines.push(`  '${pairs.slice(at, at + 50).join('')}'`);
  return (
    '// Made by `npm run generate` from the character tables of OpenCC (Apache-2.0); a test compares the two.\n' +
    '/** Traditional and simplified characters, alternating. */\n' +
    `export const HAN_PAIRS =\n${lines.join(' +\n')};\n`
  );
}

/** Taiwanese and Hong Kong forms that the tables leave alone because they are right in other words. */
const VARIANTS = ['著着', '妳你', '裏里', '佔占', '祕秘', '牠它'];
