import fc from 'fast-check';

/** Signs that are trouble somewhere: in JSON, in YAML, in a transcript, in a terminal or in UTF-16. */
const SIGNS = [
  ...'aZ09 .,:;#-?!\'"\\/[]{}<>|&*%@`~_=+()',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '\0',
  '\x07',
  '\x1b',
  '\x7f',
  '\x85',
  '\xa0',
  '\u00ad',
  '\u200b',
  '\u200d',
  '\u2028',
  '\u3000',
  '\ufeff',
  '\uffff',
  '\ud83d',
  '\ude0a',
  'é',
  'e\u0301',
  '你',
  '好，',
  '：',
  'Қ',
  'й',
  '\u{20000}',
  '😊',
  '👩‍👧',
  '👍🏽',
  '🇰🇿',
];

/** Words that mean something to YAML or to a reader of transcripts. */
const RUNS = [
  'null',
  'true',
  'no',
  '1',
  '0x1',
  '.inf',
  '1e3',
  '2024-01-01',
  '---',
  '...',
  '- ',
  ': ',
  ' #',
  '? ',
  '<<',
  '!!',
  '\\n',
  '客服：',
  'Agent: ',
  'hello',
  '您好',
];

/** Short strings of hard signs. */
export const words = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...SIGNS) }, { weight: 1, arbitrary: fc.constantFrom(...RUNS) }),
    {
      maxLength: 12,
    },
  )
  .map((pieces) => pieces.join(''));
