import { isUtf8 } from 'node:buffer';

/** Bytes as text, with a byte order mark kept as the first unit; undefined where no encoding fits. */
export function decode(bytes: Buffer): string | undefined {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return strictly('utf-16le', bytes);
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) return strictly('utf-16be', bytes);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  if (bytes.includes(0)) return undefined;
  // Exports of Chinese shop tools come in GB18030. Its rules are loose, so the result must look like Chinese.
  const text = strictly('gb18030', bytes);
  return text !== undefined && looksChinese(text) ? text : undefined;
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

/** Most of what is not ASCII are common Han characters and their punctuation. */
function looksChinese(text: string): boolean {
  const others = text.match(/[^\0-\x7f]/gu) ?? [];
  const chinese = others.filter((sign) => /[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2026]/u.test(sign));
  return others.length > 0 && chinese.length / others.length > 0.9;
}
