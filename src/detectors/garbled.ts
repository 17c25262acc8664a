import type { Range } from '../core/span.ts';
import { union } from '../core/span.ts';
import type { Detector } from './detector.ts';
import { rangesOf } from './detector.ts';

export const garbled: Detector = {
  name: 'garbled',
  about:
    'Text that a program read in the wrong encoding: â€™, Ã©, Ð¡Ð°, РЎР°, 锟斤拷, 鎮ㄥソ, ÄúºÃ, �; readings that a converter left, 您(nín)好(hǎo)',
  find({ words }) {
    if (!MAY_HOLD.test(words)) return [];
    const found = [
      ...rangesOf(REPLACED, words),
      ...rangesOf(SINGLE_IN_LATIN, words),
      ...rangesOf(UTF8_IN_LATIN, words),
      ...rangesOf(GBK_IN_LATIN, words).filter((range) => isGbk(words.slice(range.start, range.end))),
      ...rangesOf(UTF8_IN_CYRILLIC, words),
      ...rangesOf(HAN_RUN, words).filter((range) => isReadAsGbk(words.slice(range.start, range.end))),
      ...big5InGbk(words),
      ...readings(words),
    ];
    return joined(found);
  },
};

/** Most texts have none of these signs; nearly every garbled one has several. */
const MAY_HOLD =
  /[\ufffd\u0080-\u009f\u00c2\u00c3]|[\u00a1-\u00ff]{2}|[\u00d0\u00d1][^\p{L}\s]|[\u00e2\u00e3]\u20ac|\u00f0\u0178|[РСТУ][^\p{L}\s][РСТУ]|[锟烫屯锛銆鈥鐨鎴浣鎮涓璇姝褌褨褋褉褘褍褕褏┍┬琌眤璶瓣㏄ㄊ繻皊繺禣筿ㄇ臟ㄑㄤㄓㄠㄈ穦┎紈ぃ癸]|\p{Script=Bopomofo}\p{Script=Han}|\p{Script=Han}[(（][a-zà-ǜ]/u;

/** What a decoder writes where it could read nothing, and the same read once more. */
const REPLACED = /\ufffd+|(?:锟斤拷|锟叫|斤拷锟)+|烫{4,}|屯{4,}|\u00ef\u00bf\u00bd/gu;

/** A byte from 80 to BF as Windows-1252 shows it, which goes on with a character of UTF-8. */
const NEXT = '[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';

/** Quotation marks, dashes, accents, emoji: one alone is sure, as nobody writes these signs side by side. */
const SINGLE_IN_LATIN = new RegExp(
  `\u00e2\u20ac${NEXT}?|\u00ef\u00bb\u00bf|\u00ef\u00bc${NEXT}|\u00e3\u20ac${NEXT}|\u00f0\u0178${NEXT}{2}|\u00c2[\u00a0-\u00bf]|\u00c3[\u00a1-\u00bf]`,
  'gu',
);

/** Several characters of UTF-8 side by side; one alone may be “Spaß”. */
const UTF8_IN_LATIN = new RegExp(
  `(?:[\u00c2-\u00df]${NEXT}|[\u00e0-\u00ef]${NEXT}{2}|[\u00f0-\u00f4]${NEXT}{3}){2,}`,
  'gu',
);

const GBK_IN_LATIN = /[\u00a1-\u00ff]{4,}/gu;

/** Letters of European words stand among plain ones; here signs and capitals are mixed with them. */
function isGbk(run: string): boolean {
  const letters = run.match(/[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/gu)?.length ?? 0;
  const isMixed = /[\u00a1-\u00bf\u00d7\u00f7]/u.test(run) || /[\u00df-\u00ff][\u00c0-\u00de]/u.test(run);
  return run.length % 2 === 0 && isMixed && letters >= run.length / 2 && new Set(run).size >= 3;
}

/** UTF-8 of Cyrillic letters read as Windows-1251: each letter is two, the first of which is Р, С, Т or У. */
const UTF8_IN_CYRILLIC = /(?:[РСТУ][ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџ\u00a0ЎўЈ¤Ґ¦§Ё©Є«¬\u00ad®Ї°±Ііґµ¶·ё№є»јѕї]){3,}/gu;

const HAN_RUN = /[\p{Script=Han}\p{Script=Bopomofo}\p{Script=Katakana}\ufffd\ue000-\uf8ff€]{3,}/gu;

/** What the bytes of everyday Chinese in UTF-8 are in GBK, where service writes it never or hardly. */
const READ_AS_GBK: ReadonlySet<string> = new Set(
  '锛紝殑銆浜搴鐨瀹鏈簵浠鏄ㄨ鎴澶鍒鐐鍦杩湁鍚濂鍏愰浣ㄥ屽鍛屾鍖鍙掑勫閰垜厭鎮槸椾戞楀嗗涔鍥岃ソ鏃鏅垎寳夊鎺椁杈竴紵灏哄堕幓懆崘佸藉鐜跺兘鐢嶅闂悧氬楋櫙偍㈡簡甯椂繖勯佹鍝嗘嗭忔ュ屼鑽帹璐夋犲湴嗕壘鍗璋傚笉愬欐﹀嬪缁欎瘽勮鍧嗙ヤ瘎勬欏娌寰佃釜潃岄鎯鍟愪圭綘ㄧ冨庡晩皵鍘閫冪湪細帺彲烘嗐楁閭戝棣鎵鏂娓瓑悆鏍摢琛皬棰鐗悎惂鎶椼拰搧埌堝蹇婏皯変閲璁堟诲ｅ岀閿鍔煡鑳嬫棿㈠閮呭佺ㄤぇ堣紒熷鍜兂鐪忓娑惧闄樻傛╁鏉楃ㄦ楗诧湅粰敤繕潎ユ鐑熻婄夐ラ瀷戣棶鍑溅戜鎰嶉舵宸鏈嶅姟璇',
);

/** What traditional characters in Big5 are in GBK. Half of them are characters of everyday text, so fewer must do. */
const BIG5_AS_GBK: ReadonlySet<string> = new Set(
  '┍琌ㄊ繻皊眤繺郝翴瓣禣筿璶ㄇ臟碞狥旱肀紈堋┎疦娆芔垛籈琩矗甤簆ㄑ臔╆羆瓳礛肈禗纍瘭玭珿狝笵礟伞厩眖玡睲皘笷穨焊砃ㄤ嗬ㄓ秅盽祇钡癃禥啬痷獶缆鞒癘贾穝眔狟堞趿獽癬舧皑砰穦癸兵纜璪繟狶窾唳洹碔ㄠ猀浃纒硄唰籔籁砞鳐ㄈ礚縉琁竒璣稨┬',
);

/** The same for Cyrillic letters; no Chinese text has three of these. */
const CYRILLIC_AS_GBK = /[褌褨褋褉褘褍褕褏褎褔褞褟]/gu;

function isReadAsGbk(run: string): boolean {
  if ((run.match(CYRILLIC_AS_GBK)?.length ?? 0) >= 3) return true;
  const signs = Array.from(run);
  return isMade(signs, READ_AS_GBK, 0.5);
}

function isMade(signs: readonly string[], of: ReadonlySet<string>, share: number): boolean {
  const made = signs.filter((sign) => of.has(sign));
  return made.length >= signs.length * share && new Set(made).size >= 3;
}

/** Traditional text breaks into pieces between plain signs, so it is judged as a whole. */
function big5InGbk(words: string): readonly Range[] {
  const signs = Array.from(words).filter((sign) => sign > '\x7f');
  if (!isMade(signs, BIG5_AS_GBK, 0.2)) return [];
  // All the characters of the set are one unit long.
  const isSign = (unit: number) => BIG5_AS_GBK.has(words[unit] as string);
  let start = 0;
  while (!isSign(start)) start++;
  let end = words.length;
  while (!isSign(end - 1)) end--;
  return [{ start, end }];
}

/** A reading may stand once, beside a rare name; several come from a converter. */
function readings(words: string): readonly Range[] {
  const found = rangesOf(READING, words).filter(({ start, end }) => TONE.test(words.slice(start, end)));
  return found.length < FEWEST_READINGS ? [] : found;
}

const FEWEST_READINGS = 2;
const READING = /(?<=\p{Script=Han})[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}[)）]/gu;
const TONE = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/u;

/** Pieces of one garbled passage are one finding: between them stand signs that every encoding has. */
function joined(ranges: readonly Range[]): readonly Range[] {
  const passages: { start: number; end: number }[] = [];
  for (const { start, end } of union(ranges)) {
    const last = passages.at(-1);
    if (last !== undefined && start - last.end <= FARTHEST) last.end = Math.max(last.end, end);
    else passages.push({ start, end });
  }
  return passages;
}

const FARTHEST = 8;
