import { KZ_1048 } from './kz-1048.ts';

/** The platform's decoder: browsers and Node have it, the language does not. */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
) => {
  readonly encoding: string;
  decode(bytes: Uint8Array, options?: { readonly stream?: boolean }): string;
};

/** Where each unit stands in the bytes. */
export interface UnitPlaces {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The name by which the platform knows an encoding, `kz-1048`, or undefined where nobody knows it. */
export function charsetNamed(label: string): string | undefined {
  const name = label.trim().toLowerCase();
  if (/^(?:kz|rk|strk)-?1048(?:-2002)?$/.test(name)) return KZ_1048.name;
  // What calls itself ASCII and is not, is read as something else.
  if (/^(?:us-ascii|ascii|ansi_x3\.4-1968|unknown-8bit|x-unknown|binary|7bit|8bit|)$/.test(name)) return undefined;
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

export function isAscii(bytes: string): boolean {
  return /^[\0-\x7f]*$/.test(bytes);
}

/** The words, or undefined where the bytes are not of the encoding. @param charset as `charsetNamed` gives it */
export function decodeStrictly(bytes: string, charset: string): string | undefined {
  try {
    // As a stream, since Node reads windows-1252 as latin1 where it is given all at once.
    const decoder = new TextDecoder(platformName(charset), { fatal: true, ignoreBOM: true });
    return decoder.decode(toBytes(bytes), { stream: true }) + decoder.decode(new Uint8Array(0));
  } catch (error) {
    // A fatal decoder says no by a TypeError.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The words, with U+FFFD in place of what is not of the encoding. */
export function decodeLoosely(bytes: string, charset: string): string {
  const decoder = new TextDecoder(platformName(charset), { ignoreBOM: true });
  const words = decoder.decode(toBytes(bytes), { stream: true }) + lastOf(decoder);
  return charset === KZ_1048.name ? KZ_1048.decoded(words, bytes) : words;
}

function platformName(charset: string): string {
  return charset === KZ_1048.name ? KZ_1048.base : charset;
}

export function decodeWords(bytes: string, charset: string): string | undefined {
  const words = decodeStrictly(bytes, charset);
  return words !== undefined && charset === KZ_1048.name ? KZ_1048.decoded(words, bytes) : words;
}

/** The place of each unit, or undefined where it cannot be told, or not in reasonable time. */
export function unitPlaces(bytes: string, words: string, charset: string): UnitPlaces | undefined {
  if (words.length === bytes.length) return evenPlaces(words.length, 1);
  if (charset.startsWith('utf-16') && words.length * 2 === bytes.length) return evenPlaces(words.length, 2);
  if (charset === 'utf-8' && !words.includes('\ufffd')) return utf8Places(words);
  // Node's decoders of Chinese throw where bytes that are no text are given to them one by one.
  if (charset !== 'utf-8' && words.includes('\ufffd')) return undefined;
  return bytes.length <= LONGEST_STEPPED ? steppedPlaces(bytes, words.length, charset) : undefined;
}

const LONGEST_STEPPED = 2_000_000;

function evenPlaces(length: number, width: number): UnitPlaces {
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  for (let unit = 0; unit < length; unit++) {
    starts[unit] = unit * width;
    ends[unit] = unit * width + width;
  }
  return { starts, ends };
}

function utf8Places(words: string): UnitPlaces {
  const starts = new Int32Array(words.length);
  const ends = new Int32Array(words.length);
  let at = 0;
  for (let unit = 0; unit < words.length; unit++) {
    const code = words.codePointAt(unit) as number;
    const width = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    starts[unit] = at;
    ends[unit] = at + width;
    if (width === 4) {
      unit++;
      starts[unit] = at;
      ends[unit] = at + width;
    }
    at += width;
  }
  return { starts, ends };
}

/** Any encoding: a byte is given to the decoder, and what comes out stands where the bytes since the last unit do. */
function steppedPlaces(bytes: string, length: number, charset: string): UnitPlaces | undefined {
  const decoder = new TextDecoder(platformName(charset), { ignoreBOM: true });
  const all = toBytes(bytes);
  const starts = new Int32Array(length);
  const ends = new Int32Array(length);
  let unit = 0;
  let from = 0;
  const put = (words: string, to: number) => {
    for (let count = 0; count < words.length && unit < length; count++, unit++) {
      starts[unit] = from;
      ends[unit] = to;
    }
    if (words !== '') from = to;
  };
  for (let at = 0; at < all.length; at++) {
    const byte = all.subarray(at, at + 1);
    let read = decoder.decode(byte, { stream: true });
    // The byte shows that those before it were no character, and may itself begin one.
    if (read.startsWith('\ufffd') && at > from && (read.length > 1 || isLead(byte, charset))) {
      put('\ufffd', at);
      read = read.slice(1);
    }
    put(read, at + 1);
  }
  put(lastOf(decoder), all.length);
  return unit === length ? { starts, ends } : undefined;
}

/** Whether a byte by itself waits for others. */
function isLead(byte: Uint8Array, charset: string): boolean {
  return new TextDecoder(platformName(charset)).decode(byte, { stream: true }) === '';
}

/** What is left at the end: half a character, for which Node's decoders of Chinese throw, fatal or not. */
function lastOf(decoder: InstanceType<typeof TextDecoder>): string {
  try {
    return decoder.decode(new Uint8Array(0));
  } catch (error) {
    if (error instanceof TypeError) return '\ufffd';
    throw error;
  }
}

/** The bytes of words, or undefined where the encoding has not got them. */
export function encodeWords(words: string, charset: string): string | undefined {
  if (charset === 'utf-8') return utf8BytesOf(words);
  if (isAscii(words) && !/^(?:utf-16|iso-2022)/.test(charset)) return words;
  if (charset.startsWith('utf-16')) return utf16BytesOf(words, charset === 'utf-16le');
  if (charset.startsWith('iso-2022')) return isAscii(words) && !words.includes('\x1b') ? words : undefined;
  let bytes = '';
  for (const sign of words) {
    const code = sign.codePointAt(0) as number;
    const spelt = code < 0x80 ? sign : (reverseOf(charset).get(sign) ?? longOf(code, charset));
    if (spelt === undefined) return undefined;
    bytes += spelt;
  }
  return decodeWords(bytes, charset) === words ? bytes : undefined;
}

export function utf8BytesOf(words: string): string {
  let bytes = '';
  for (const sign of words) {
    const code = sign.codePointAt(0) as number;
    if (code < 0x80) bytes += sign;
    else if (code < 0x800) bytes += String.fromCharCode(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000)
      bytes += String.fromCharCode(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else
      bytes += String.fromCharCode(
        0xf0 | (code >> 18),
        0x80 | ((code >> 12) & 63),
        0x80 | ((code >> 6) & 63),
        0x80 | (code & 63),
      );
  }
  return bytes;
}

function utf16BytesOf(words: string, isLittle: boolean): string {
  let bytes = '';
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at);
    const [high, low] = [code >> 8, code & 0xff];
    bytes += isLittle ? String.fromCharCode(low, high) : String.fromCharCode(high, low);
  }
  return bytes;
}

const reversed = new Map<string, ReadonlyMap<string, string>>();

/** The bytes of each character that one or two bytes stand for, made from the decoder when words are first written. */
function reverseOf(charset: string): ReadonlyMap<string, string> {
  let map = reversed.get(charset);
  if (map === undefined) {
    map = charset === KZ_1048.name ? singles(charset) : new Map([...pairs(charset), ...singles(charset)]);
    reversed.set(charset, map);
  }
  return map;
}

function singles(charset: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (let byte = 0xff; byte >= 0x80; byte--) {
    const bytes = String.fromCharCode(byte);
    const sign = decodeWords(bytes, charset);
    if (sign !== undefined && sign.length === 1) map.set(sign, bytes);
  }
  return map;
}

function pairs(charset: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  if (!/^(?:gbk|gb18030|big5|euc-kr|euc-jp|shift_jis)$/.test(charset)) return map;
  for (let lead = 0xfe; lead >= 0x81; lead--) {
    const written: string[] = [];
    for (let trail = 0xfe; trail >= 0x40; trail--) written.push(String.fromCharCode(lead, trail));
    // A line feed between them keeps a wrong pair from taking in the next one.
    const signs = decodeLoosely(written.join('\n'), charset).split('\n');
    if (signs.length !== written.length) continue;
    signs.forEach((sign, index) => {
      if (sign !== '' && [...sign].length === 1 && sign !== '\ufffd') map.set(sign, written[index] as string);
    });
  }
  return map;
}

/** What GB18030 writes with four bytes. Readers of GBK and GB2312 do not know them. */
function longOf(code: number, charset: string): string | undefined {
  if (charset !== 'gb18030') return undefined;
  if (code >= 0x10000) return fourBytes(code - 0x10000 + FIRST_BEYOND);
  // The characters of the first plane stand there in their order.
  let low = 0;
  let high = LAST_OF_FIRST_PLANE;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const bytes = fourBytes(middle);
    const there = (decodeStrictly(bytes, charset) ?? '\uffff').codePointAt(0) as number;
    if (there === code) return bytes;
    if (there < code) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

const LAST_OF_FIRST_PLANE = 39_419;
const FIRST_BEYOND = 189_000;

function fourBytes(index: number): string {
  return String.fromCharCode(
    0x81 + Math.floor(index / 12_600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  );
}

function toBytes(bytes: string): Uint8Array {
  const all = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at++) all[at] = bytes.charCodeAt(at);
  return all;
}
