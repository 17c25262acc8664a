import { hasLoneHalf } from '../core/surrogates.ts';

/** Words as bytes, and where characters begin and end in bytes, for the encodings that files are written back in. */
export interface Codec {
  decode(bytes: Buffer): string;
  /** The bytes of the words, or undefined where the encoding lacks one of their characters. */
  encode(words: string): Buffer | undefined;
  /** The character that begins at this byte; undefined where its end is not in the bytes. */
  characterAt(bytes: Buffer, at: number): { readonly bytes: number; readonly units: number } | undefined;
}

/** Undefined for encodings that are read and not written. @param name one that the platform's decoder knows */
export function codecFor(name: string): Codec | undefined {
  const { encoding } = new TextDecoder(name);
  if (encoding === 'utf-8') return UTF_8;
  if (encoding === 'utf-16le') return wide(encoding, (bytes) => bytes);
  if (encoding === 'utf-16be') return wide(encoding, (bytes) => bytes.swap16());
  if (encoding === 'gb18030' || encoding === 'gbk') return checked(encoding, new Gb18030(encoding === 'gb18030'));
  if (encoding === 'big5') return checked(encoding, new Big5());
  return isOneByte(encoding) ? checked(encoding, new OneByte(encoding)) : undefined;
}

/** Files of mails are read as strings of bytes. */
export const BYTES: Codec = {
  decode: (bytes) => bytes.toString('latin1'),
  encode(words) {
    const bytes = Buffer.from(words, 'latin1');
    return bytes.toString('latin1') === words ? bytes : undefined;
  },
  characterAt: () => SINGLE,
};

/** What is written must be read again as the same words. */
function checked(encoding: string, codec: Omit<Codec, 'decode'>): Codec {
  return {
    decode: (bytes) => decodedBy(encoding, bytes),
    characterAt: (bytes, at) => codec.characterAt(bytes, at),
    encode(words) {
      const bytes = codec.encode(words);
      return bytes !== undefined && decodedBy(encoding, bytes) === words ? bytes : undefined;
    },
  };
}

function decodedBy(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

const UTF_8: Codec = {
  decode: (bytes) => decodedBy('utf-8', bytes),
  encode: (words) => (hasLoneHalf(words) ? undefined : Buffer.from(words, 'utf8')),
  characterAt(bytes, at) {
    const first = bytes[at] as number;
    const length = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    return at + length > bytes.length ? undefined : { bytes: length, units: length === 4 ? 2 : 1 };
  },
};

function wide(encoding: string, swapped: (bytes: Buffer) => Buffer): Codec {
  return checked(encoding, {
    encode: (words) => swapped(Buffer.from(words, 'utf16le')),
    characterAt: (bytes, at) => (at + 2 > bytes.length ? undefined : { bytes: 2, units: 1 }),
  });
}

const SINGLE = { bytes: 1, units: 1 };
const DOUBLE = { bytes: 2, units: 1 };

/** Two bytes for the characters of GBK; four for all others of Unicode. */
class Gb18030 implements Omit<Codec, 'decode'> {
  readonly #hasFour: boolean;
  #pairs: ReadonlyMap<string, number> | undefined;
  /** Of the first plane, by their number in the order of four bytes. */
  #fours: ReadonlyMap<string, number> | undefined;

  constructor(hasFour: boolean) {
    this.#hasFour = hasFour;
  }

  encode(words: string): Buffer | undefined {
    const bytes: number[] = [];
    for (const sign of words) {
      const code = sign.codePointAt(0) as number;
      if (code < 0x80) bytes.push(code);
      else {
        this.#pairs ??= pairsOf('gb18030', 0x81, 0xfe, 0x40, 0xfe);
        const pair = this.#pairs.get(sign);
        const four = pair === undefined && this.#hasFour ? this.#four(sign, code) : undefined;
        if (pair !== undefined) bytes.push(pair >> 8, pair & 0xff);
        else if (four !== undefined) bytes.push(...fourBytes(four));
        else return undefined;
      }
    }
    return Buffer.from(bytes);
  }

  characterAt(bytes: Buffer, at: number): { bytes: number; units: number } | undefined {
    const first = bytes[at] as number;
    if (first <= 0x80 || first === 0xff) return SINGLE;
    const second = bytes[at + 1];
    if (second === undefined) return undefined;
    if (second < 0x30 || second > 0x39) return DOUBLE;
    return at + 4 > bytes.length ? undefined : { bytes: 4, units: first >= 0x90 ? 2 : 1 };
  }

  #four(sign: string, code: number): number | undefined {
    if (code > 0xffff) return FIRST_ASTRAL + code - 0x10000;
    this.#fours ??= firstPlaneFours();
    return this.#fours.get(sign);
  }
}

/** The number of the first character beyond the first plane. */
const FIRST_ASTRAL = 189_000;
const LAST_OF_FIRST_PLANE = 39_419;

function firstPlaneFours(): ReadonlyMap<string, number> {
  const all = Buffer.alloc((LAST_OF_FIRST_PLANE + 1) * 4);
  for (let number = 0; number <= LAST_OF_FIRST_PLANE; number++) all.set(fourBytes(number), number * 4);
  return new Map([...decodedBy('gb18030', all)].map((sign, number) => [sign, number]));
}

function fourBytes(number: number): [number, number, number, number] {
  return [
    0x81 + Math.floor(number / 12_600),
    0x30 + (Math.floor(number / 1260) % 10),
    0x81 + (Math.floor(number / 10) % 126),
    0x30 + (number % 10),
  ];
}

class Big5 implements Omit<Codec, 'decode'> {
  #pairs: ReadonlyMap<string, number> | undefined;
  /** Units of each pair of bytes, plus one; 0 where nobody asked yet. */
  readonly #units = new Uint8Array(0x10000);

  encode(words: string): Buffer | undefined {
    const bytes: number[] = [];
    for (const sign of words) {
      const code = sign.codePointAt(0) as number;
      if (code < 0x80) bytes.push(code);
      else {
        this.#pairs ??= pairsOf('big5', 0xa1, 0xfe, 0x40, 0xfe);
        const pair = this.#pairs.get(sign);
        if (pair === undefined) return undefined;
        bytes.push(pair >> 8, pair & 0xff);
      }
    }
    return Buffer.from(bytes);
  }

  characterAt(bytes: Buffer, at: number): { bytes: number; units: number } | undefined {
    const first = bytes[at] as number;
    if (first <= 0x80 || first === 0xff) return SINGLE;
    const second = bytes[at + 1];
    if (second === undefined) return undefined;
    const pair = (first << 8) | second;
    let units = this.#units[pair] as number;
    if (units === 0) {
      units = decodedBy('big5', bytes.subarray(at, at + 2)).length + 1;
      this.#units[pair] = units;
    }
    return units === 2 ? DOUBLE : { bytes: 2, units: units - 1 };
  }
}

/** The characters of all pairs of bytes; of several pairs for one character the first. */
function pairsOf(encoding: string, low: number, high: number, from: number, to: number): ReadonlyMap<string, number> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const pairs = new Map<string, number>();
  for (let first = low; first <= high; first++) {
    for (let second = from; second <= to; second++) {
      if (second === 0x7f) continue;
      let sign: string;
      try {
        sign = decoder.decode(Uint8Array.of(first, second));
      } catch (error) {
        // No character has these bytes.
        if (error instanceof TypeError) continue;
        throw error;
      }
      if (!pairs.has(sign)) pairs.set(sign, (first << 8) | second);
    }
  }
  return pairs;
}

function isOneByte(encoding: string): boolean {
  return /^(?:windows-|iso-8859-|koi8-|ibm866|macintosh|x-mac-cyrillic)/.test(encoding);
}

class OneByte implements Omit<Codec, 'decode'> {
  readonly #bytes: ReadonlyMap<string, number>;

  constructor(encoding: string) {
    const all = decodedBy(
      encoding,
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
    );
    this.#bytes = new Map([...all].map((sign, byte) => [sign, byte]));
  }

  encode(words: string): Buffer | undefined {
    const bytes = [...words].map((sign) => this.#bytes.get(sign));
    return bytes.includes(undefined) ? undefined : Buffer.from(bytes as number[]);
  }

  characterAt(): { bytes: number; units: number } {
    return SINGLE;
  }
}
