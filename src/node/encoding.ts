import { isUtf8 } from 'node:buffer';

/** What is found by looking at the bytes. `--encoding` takes any name that the platform's decoder knows. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

/**
 * The encoding of a text, or undefined where none fits. UTF-8 and marks are certain; of the others the one is taken
 * whose text looks like Chinese, or like text at all for UTF-16, and clearly more so than what the rest make of it.
 * @param isWhole false where the bytes are the head of more, which may end inside a character
 */
export function encodingOf(bytes: Buffer, isWhole = true): Encoding | undefined {
  const marked = markOf(bytes);
  if (marked !== undefined) return marked;
  const sample = bytes.length > LONGEST_SAMPLE ? bytes.subarray(0, LONGEST_SAMPLE) : bytes;
  // UTF-16 without its mark is good UTF-8 full of NULs, and so is much that is no text.
  if (sample.includes(0)) return wideEncodingOf(sample);
  if (isWhole ? isUtf8(bytes) : decoded('utf-8', sample, false) !== undefined) return 'utf-8';
  return han(sample, isWhole && sample === bytes);
}

/** The encoding that a byte order mark names. */
export function markOf(bytes: Buffer): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** The text, or undefined where the bytes are not of the encoding. @throws RangeError for a name nobody knows */
export function decoded(encoding: string, bytes: Uint8Array, isWhole: boolean): string | undefined {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes, { stream: !isWhole });
  } catch (error) {
    // A fatal decoder says no by a TypeError; the caller makes a finding of it.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The start of a file tells enough. */
const LONGEST_SAMPLE = 100_000;

function wideEncodingOf(sample: Buffer): Encoding | undefined {
  const even = sample.subarray(0, sample.length & ~1);
  const [little, big] = (['utf-16le', 'utf-16be'] as const).map((encoding) => {
    const text = decoded(encoding, even, false);
    return text === undefined || !explainsNuls(text, even) ? 0 : textShare(text);
  }) as [number, number];
  if (sample.length % 2 === 1 && sample.length < LONGEST_SAMPLE) return undefined;
  if (Math.max(little, big) < LEAST_TEXT) return undefined;
  return little > big ? 'utf-16le' : 'utf-16be';
}

/** In text, a NUL is half of an ASCII sign. */
function explainsNuls(text: string, bytes: Buffer): boolean {
  let nuls = 0;
  for (const byte of bytes) if (byte === 0) nuls++;
  let plain = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) < 0x100) plain++;
  return plain >= nuls / 2;
}

/** How much of UTF-16 without its mark must be what people write. */
const LEAST_TEXT = 0.9;

/** Exports of Chinese shop tools come in GB18030, of Taiwan in Big5. Their rules are loose, so the result must look like Chinese. */
function han(sample: Buffer, isWhole: boolean): Encoding | undefined {
  let best: Encoding | undefined;
  let most = LEAST_COMMON;
  for (const encoding of ['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const) {
    if (encoding.startsWith('utf-16') && (sample.length % 2 === 1 || !isWhole)) continue;
    const text = decoded(encoding, sample, isWhole);
    if (text === undefined) continue;
    const share = chineseShare(text);
    // Without an ASCII sign between them, characters of UTF-16 must all be of the everyday kind.
    if (encoding.startsWith('utf-16') && share < LEAST_WIDE) continue;
    if (share <= most) continue;
    best = encoding;
    most = share;
  }
  return best;
}

/** Of everyday Chinese a third to two thirds; of other encodings read as it nearly nothing. */
const LEAST_COMMON = 0.1;
const LEAST_WIDE = 0.4;

/** How many Han characters are everyday ones; 0 where a tenth of what is not ASCII is no Chinese. */
function chineseShare(text: string): number {
  let others = 0;
  let chinese = 0;
  let han = 0;
  let common = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) {
      if (isControl(unit)) return 0;
      continue;
    }
    // An emoji, or a character beyond the first plane; GB18030 has them all.
    if (unit >= 0xd800 && unit <= 0xdfff) continue;
    others++;
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      han++;
      if (COMMON.has(unit)) common++;
    } else if (!isChineseMark(unit)) continue;
    chinese++;
  }
  return han === 0 || chinese / others <= 0.9 ? 0 : common / han;
}

/** How much of a text is ASCII, Chinese of the everyday kind, or Cyrillic. */
function textShare(text: string): number {
  let good = 0;
  let han = 0;
  let common = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      han++;
      if (COMMON.has(unit)) common++;
    }
    if (unit < 0x80 ? !isControl(unit) : isWritten(unit)) good++;
  }
  if (text.length === 0 || (han > 0 && common / han < LEAST_COMMON)) return 0;
  return good / text.length;
}

function isControl(unit: number): boolean {
  return (unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13) || unit === 0x7f;
}

function isWritten(unit: number): boolean {
  return (
    (unit >= 0xa0 && unit <= 0x24f) ||
    (unit >= 0x300 && unit <= 0x36f) ||
    (unit >= 0x400 && unit <= 0x52f) ||
    (unit >= 0x2000 && unit <= 0x27bf) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0xd800 && unit <= 0xdfff) ||
    unit === 0xfe0f ||
    isChineseMark(unit)
  );
}

function isChineseMark(unit: number): boolean {
  return (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xffef) || (unit >= 0x2010 && unit <= 0x2026);
}

/** A third of any Chinese text, and more of what service says, in simplified and in traditional characters. */
const COMMON: ReadonlySet<number> = new Set(
  Array.from(
    '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得着下自年过发后作里用道行所然家事成方多经么去如都同现没动面起看定天分还进好小些样理心本前开但因只从想实无把机已工使情明性知全又关点外两高间问很最重手应头见被等或新加话合回信给位次度先通提比员解名真处各几认题更别打电数少报才结再务做接必件计管期保便空记品住告类求程让识带请您谢亲客服单货款退换收订店查询帮助麻烦抱歉感支付快递物流号码址' +
      '這個們來為國說時會對過發後裡經麼現動沒還進樣開從實無機關點兩間問應頭見話給員處幾認題別電數報結務計記類讓識帶請謝親單貨換訂詢幫煩遞號碼與買賣費幣辦復覆確無網頁尋聯絡繫優惠運輸帳戶密驗證錯誤將並於您嗎呢吧哪',
    (sign) => sign.charCodeAt(0),
  ),
);
