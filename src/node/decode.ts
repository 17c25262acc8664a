import { isUtf8 } from 'node:buffer';

/** Bytes as text, with a byte order mark kept as the first unit; undefined where no encoding fits. */
export function decode(bytes: Buffer): string | undefined {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes);
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return strictly('utf-16be', bytes);
  // UTF-16 without its mark is good UTF-8 full of NULs, and so is much that is no text.
  if (bytes.includes(0)) return undefined;
  if (isUtf8(bytes)) return bytes.toString('utf8');
  // Exports of Chinese shop tools come in GB18030. Its rules are loose, so the result must look like Chinese.
  const text = strictly('gb18030', bytes);
  return text !== undefined && looksChinese(text) && !isBetterBig5(bytes, text) ? text : undefined;
}

function strictly(encoding: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    // A fatal decoder says no by a TypeError; the caller makes a finding of it.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Most of what is not ASCII is Chinese, and not all of it rare: that is what other encodings look like. */
function looksChinese(text: string): boolean {
  const { others, chinese, han, common } = countSigns(text);
  return others > 0 && chinese / others > 0.9 && common / han >= 0.1;
}

/** Big5 gives characters in GB18030, but not the usual ones. */
function isBetterBig5(bytes: Buffer, text: string): boolean {
  const asBig5 = strictly('big5', bytes);
  return asBig5 !== undefined && commonShare(asBig5) > 2 * commonShare(text);
}

function commonShare(text: string): number {
  const { han, common } = countSigns(text);
  return han === 0 ? 0 : common / han;
}

interface SignCounts {
  /** Signs that are not ASCII. */
  others: number;
  /** Han characters and the punctuation beside them. */
  chinese: number;
  han: number;
  common: number;
}

/** The start of a file tells enough. */
const LONGEST_SAMPLE = 100_000;

function countSigns(text: string): SignCounts {
  const counts: SignCounts = { others: 0, chinese: 0, han: 0, common: 0 };
  for (let at = 0; at < text.length && counts.others < LONGEST_SAMPLE; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    counts.others++;
    if (unit >= 0x4e00 && unit <= 0x9fff) {
      counts.han++;
      if (COMMON.has(unit)) counts.common++;
    } else if (!isChineseMark(unit)) continue;
    counts.chinese++;
  }
  return counts;
}

function isChineseMark(unit: number): boolean {
  return (unit >= 0x3000 && unit <= 0x303f) || (unit >= 0xff00 && unit <= 0xffef) || (unit >= 0x2010 && unit <= 0x2026);
}

/** A third of any Chinese text, and more of what service says, in simplified characters or in those that both scripts have. */
const COMMON: ReadonlySet<number> = new Set(
  Array.from(
    '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得着下自年过发后作里用道行所然家事成方多经么去如都同现没动面起看定天分还进好小些样理心本前开但因只从想实无把机已工使情明性知全又关点外两高间问很最重手应头见被等或新加话合回信给位次度先通提比员解名真处各几认题更别打电数少报才结再务做接必件计管期保便空记品住告类求程让识带请您谢亲客服单货款退换收订店查询帮助麻烦抱歉感支付快递物流号码址',
    (sign) => sign.charCodeAt(0),
  ),
);
