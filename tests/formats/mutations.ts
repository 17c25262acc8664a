/** A number from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/** Random numbers that come again for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    // Mulberry32.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** A seed for one of many mutations of a file. */
export function seedOf(seed: number, path: string, number: number): number {
  let mixed = seed;
  for (const unit of `${path}:${number}`) mixed = (Math.imul(mixed, 31) + (unit.codePointAt(0) as number)) | 0;
  return mixed;
}

/** The bytes of a file, damaged in one way or several. @param others files to take pieces from */
export function mutated(bytes: Buffer, others: readonly Buffer[], random: Random): Buffer {
  let result = bytes;
  for (let rounds = 1 + random(random(3) === 0 ? 6 : 2); rounds > 0; rounds--) {
    const mutation = MUTATIONS[random(MUTATIONS.length)] as Mutation;
    result = mutation(result, random, others);
  }
  return result.length > LONGEST ? result.subarray(0, LONGEST) : result;
}

/** Text that no bytes give, but that a caller of the library may have: lone halves of characters. */
export function mutatedText(text: string, random: Random): string {
  let result = text;
  for (let rounds = 1 + random(3); rounds > 0; rounds--) {
    const at = random(result.length + 1);
    const sign = ['\ud83d', '\ude0a', '\0', '\ufffe', '\r', '\u2028', '\ufeff'][random(7)] as string;
    result = result.slice(0, at) + sign + result.slice(random(2) === 0 ? at : at + 1);
  }
  return result;
}

type Mutation = (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer;

const LONGEST = 300_000;

const SIGNS = [
  ...'{}[],:"\'\\|>-?&*!#%@`~=()<_.;/ \t\n\r0',
  '\r\n',
  '\n\n',
  ': ',
  ' #',
  '- ',
  '? ',
  '|-\n',
  '>+2\n',
  '---\n',
  '...\n',
  '&a ',
  '*a',
  '!!str ',
  '!!binary ',
  '!!set ',
  '!!omap ',
  '!!timestamp ',
  '!x ',
  '<<: *a',
  '%YAML 1.1\n---\n',
  '""',
  "''",
  '{}',
  '[]',
  'null',
  'true',
  '1e999',
  '-0',
  '\\u0000',
  '\\ud83d',
  '\\ude0a',
  '\\x',
  '\\U00110000',
  '\\\n',
  '\\"',
  '"role":"agent",',
  '"text":',
  '"__proto__":',
  'Agent: ',
  '客服：',
  'Customer (10:20): ',
  'Ben: ',
  '**Ben:** ',
  '_Agent Ben_\n',
  '[10:20] ',
  '10:20\n',
  '(Pause)\n',
  'End of Transcript\n',
  '\n...\n',
  '\0',
  '\x07',
  '\x1b[31m',
  '\x7f',
  '\u0085',
  '\u00ad',
  '\u200b',
  '\u200e',
  '\u2028',
  '\u202e',
  '\u3000',
  '\ufeff',
  '\uffff',
  'e\u0301',
  '\u0301\u0301\u0301\u0301',
  '👩‍👩‍👧',
  '🇰🇿',
  '\u{e0041}',
  '\u{20000}',
].map((sign) => Buffer.from(sign));

/** Bytes that are no UTF-8, and what other encodings begin with. */
const RAW = ['ff', 'fe', 'fffe', 'feff', '80', 'c0af', 'eda080', 'f4908080', 'c4fabac3', 'e6'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

const NESTS = [
  '[',
  '{"a":',
  '[[],',
  '{',
  '- ',
  '? ',
  ': ',
  '"',
  '(',
  '> ',
  '&a [',
  '!!set {',
  '  ',
  '\n ',
  '\\',
  '**',
  'a: {',
  '\t',
  '\r',
].map((piece) => Buffer.from(piece));

const MUTATIONS: readonly Mutation[] = [
  // A bit or a byte.
  (bytes, random) => {
    const result = Buffer.from(bytes);
    for (let count = 1 + random(4); count > 0 && result.length > 0; count--) {
      const at = random(result.length);
      result[at] = random(2) === 0 ? (result[at] as number) ^ (1 << random(8)) : random(256);
    }
    return result;
  },
  // A cut.
  (bytes, random) => splice(bytes, rangeIn(bytes, random), NOTHING),
  (bytes, random) => bytes.subarray(0, random(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random(bytes.length + 1)),
  // A piece twice, or often.
  (bytes, random) => {
    const range = rangeIn(bytes, random);
    const piece = bytes.subarray(range.start, range.end);
    const times = random(20) === 0 ? 200 : 1 + random(4);
    return splice(bytes, { start: range.end, end: range.end }, repeated(piece, times));
  },
  // All of it, often.
  (bytes, random) => (random(8) === 0 ? repeated(bytes, 2 + random(40)) : bytes),
  // Signs put in, or in place of something.
  (bytes, random) => splice(bytes, pointIn(bytes, random), SIGNS[random(SIGNS.length)] as Buffer),
  (bytes, random) => splice(bytes, pointIn(bytes, random), SIGNS[random(SIGNS.length)] as Buffer),
  (bytes, random) => splice(bytes, rangeIn(bytes, random), SIGNS[random(SIGNS.length)] as Buffer),
  (bytes, random) => splice(bytes, pointIn(bytes, random), RAW[random(RAW.length)] as Buffer),
  // A sign after one of its kind, where structure is.
  (bytes, random) => {
    const mark = SIGNS[random(SIGNS.length)] as Buffer;
    const found = bytes.indexOf(mark, random(bytes.length + 1));
    if (found < 0) return bytes;
    const at = random(2) === 0 ? found : found + mark.length;
    return splice(bytes, { start: at, end: at }, SIGNS[random(SIGNS.length)] as Buffer);
  },
  // Every sign of a kind becomes another.
  (bytes, random) => {
    const from = SIGNS[random(50)] as Buffer;
    const to = SIGNS[random(SIGNS.length)] as Buffer;
    return Buffer.from(bytes.toString('latin1').replaceAll(from.toString('latin1'), to.toString('latin1')), 'latin1');
  },
  // A nest without end.
  (bytes, random) => {
    const piece = NESTS[random(NESTS.length)] as Buffer;
    return splice(bytes, pointIn(bytes, random), repeated(piece, random(10) === 0 ? 30_000 : 300));
  },
  // Two pieces change places.
  (bytes, random) => {
    const [a, b] = [pointIn(bytes, random).start, pointIn(bytes, random).start].sort((x, y) => x - y) as [
      number,
      number,
    ];
    const length = random(Math.min(b - a, bytes.length - b) + 1);
    return Buffer.concat([
      bytes.subarray(0, a),
      bytes.subarray(b, b + length),
      bytes.subarray(a + length, b),
      bytes.subarray(a, a + length),
      bytes.subarray(b + length),
    ]);
  },
  // A piece of another file.
  (bytes, random, others) => {
    const other = others[random(others.length)] as Buffer;
    const range = rangeIn(other, random);
    return splice(bytes, pointIn(bytes, random), other.subarray(range.start, range.end));
  },
  // Other line breaks, another encoding.
  (bytes, random) => {
    const lineBreak = ['\r\n', '\r', '\u2028', '\n\n', ' '][random(5)] as string;
    return Buffer.from(bytes.toString('utf8').replaceAll('\n', lineBreak));
  },
  (bytes, random) => {
    if (random(4) > 0) return bytes;
    const wide = Buffer.from(`\ufeff${bytes.toString('utf8')}`, 'utf16le');
    return random(2) === 0 ? wide : wide.swap16();
  },
];

const NOTHING = Buffer.alloc(0);

function splice(bytes: Buffer, { start, end }: { start: number; end: number }, piece: Buffer): Buffer {
  return Buffer.concat([bytes.subarray(0, start), piece, bytes.subarray(end)]);
}

function repeated(piece: Buffer, times: number): Buffer {
  const most = Math.max(1, Math.min(times, Math.ceil(LONGEST / Math.max(1, piece.length))));
  return Buffer.concat(Array.from({ length: most }, () => piece));
}

function pointIn(bytes: Buffer, random: Random): { start: number; end: number } {
  const at = random(bytes.length + 1);
  return { start: at, end: at };
}

/** Mostly short. */
function rangeIn(bytes: Buffer, random: Random): { start: number; end: number } {
  const start = random(bytes.length + 1);
  const length = random(random(3) === 0 ? bytes.length - start + 1 : Math.min(12, bytes.length - start) + 1);
  return { start, end: start + length };
}
