import fc from 'fast-check';

/**
 * YAML as a person might write it by hand: the source is made first, in any style, and what it means is left to the
 * parser. Some of it is no YAML; whoever uses this passes over that.
 */

/** How the lines of a document end. */
type Break = '\n' | '\r\n';

const TEXT = [
  'a',
  'Zz',
  'hi',
  '您好',
  'é',
  'e\u0301',
  '😊',
  '👍🏽',
  '\u200b',
  '0',
  '.',
  '，',
  "n't",
  'x:y',
  'a#b',
  '-',
  '?',
];

/** A run of signs and blanks without a line break. */
const run = (signs: readonly string[], blanks: readonly string[]) =>
  fc
    .array(fc.oneof(fc.constantFrom(...signs), fc.constantFrom(...blanks)), { minLength: 1, maxLength: 6 })
    .map((pieces) => pieces.join(''));

/** A break in a quoted or plain string: blanks before it, empty lines, indentation. */
const fold = (lineBreak: Break, indent: number) =>
  fc
    .tuple(
      fc.constantFrom('', '', ' ', '\t', '  '),
      fc.array(fc.constantFrom('', '', ' ', '          '), { maxLength: 2 }),
      fc.constantFrom('', '', ' ', '\t'),
    )
    .map(
      ([before, empty, more]) =>
        `${before}${lineBreak}${empty.map((blanks) => blanks + lineBreak).join('')}${' '.repeat(indent)}${more}`,
    );

type Style = (lineBreak: Break, indent: number) => fc.Arbitrary<string>;

const plain: Style = (lineBreak, indent) =>
  fc
    .tuple(
      fc.constantFrom('a', 'Hi', '您好', '😊', 'é', '1', '0x1f', 'true', '~', '.5', '-x', ':x', '!x', '<<'),
      fc.array(fc.oneof(run(TEXT, [' ', '  ']), fold(lineBreak, indent)), { maxLength: 4 }),
    )
    .map(([first, rest]) => `${first}${rest.join('')}`.replace(/\s+$/, ''));

const single: Style = (lineBreak, indent) =>
  fc
    .array(fc.oneof(run([...TEXT, "''", '"', '\\', '# ', ': ', '{', '&'], [' ', '\t']), fold(lineBreak, indent)), {
      maxLength: 5,
    })
    .map((pieces) => `'${pieces.join('')}'`);

const ESCAPES = ['\\"', '\\\\', '\\/', '\\n', '\\t', '\\\t', '\\ ', '\\0', '\\a', '\\b', '\\e', '\\f', '\\r', '\\v'];
const LONG_ESCAPES = ['\\N', '\\_', '\\L', '\\P', '\\xe9', '\\u4F60', '\\U0001F60A', '\\ud83d\\ude0a', '\\ud83d'];

const double: Style = (lineBreak, indent) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: run([...TEXT, ...ESCAPES, ...LONG_ESCAPES, "'", '# ', ': ', '}', '*'], [' ', '\t']) },
        { weight: 2, arbitrary: fold(lineBreak, indent) },
        // A line break that is no part of the string.
        { weight: 1, arbitrary: fc.constant(`\\${lineBreak}${' '.repeat(indent)}`) },
      ),
      { maxLength: 5 },
    )
    .map((pieces) => `"${pieces.join('')}"`);

const block: Style = (lineBreak, indent) =>
  fc
    .record({
      style: fc.constantFrom('|', '>'),
      chomping: fc.constantFrom('', '-', '+'),
      indicator: fc.constantFrom(undefined, undefined, 1, 2, 3),
      isIndicatorFirst: fc.boolean(),
      comment: fc.constantFrom('', '', ' ', ' # why'),
      width: fc.constantFrom(1, 2, 4),
      lines: fc.array(
        fc.oneof(
          {
            weight: 3,
            arbitrary: run([...TEXT, '"', "'", '\\', '# ', ': ', '- '], [' ', '\t']).map((words) => ({
              words,
              isEmpty: false,
            })),
          },
          {
            weight: 1,
            arbitrary: fc.constantFrom('', '', ' ', '  ', '     ').map((words) => ({ words, isEmpty: true })),
          },
        ),
        { maxLength: 6 },
      ),
      more: fc.infiniteStream(fc.constantFrom('', '', '', ' ', '  ', '\t')),
      hasLastBreak: fc.boolean(),
    })
    .map(({ style, chomping, indicator, isIndicatorFirst, comment, width, lines, more, hasLastBreak }) => {
      const digits = indicator === undefined ? '' : String(indicator);
      // The indentation of a block counts from its parent, which is one level out.
      const lead = ' '.repeat(indicator === undefined ? indent - 1 + width : indent - INDENT + indicator);
      const body = lines.map(({ words, isEmpty }) => (isEmpty ? words : lead + more.next().value + words));
      return `${style}${isIndicatorFirst ? digits + chomping : chomping + digits}${comment}${lineBreak}${body.join(lineBreak)}${hasLastBreak ? lineBreak : ''}`;
    });

/** Columns from one level of a collection to the next. */
const INDENT = 2;

const props = fc.constantFrom('', '', '', '', '&a ', '!!str ', '! ', '&b !!str ', '!local ');
const tail = fc.constantFrom('', '', ' # a comment', '  ');

const flowScalar = (lineBreak: Break, indent: number) =>
  fc.oneof(plain(lineBreak, indent), single(lineBreak, indent), double(lineBreak, indent));

/** What may stand behind `key:` or `-` in a block collection, with all after it up to the next key. */
const node = (lineBreak: Break, indent: number) =>
  fc.oneof(
    fc.tuple(props, flowScalar(lineBreak, indent), tail).map((pieces) => pieces.join('') + lineBreak),
    fc.tuple(props, block(lineBreak, indent)).map(([prop, text]) => {
      const written = prop + text;
      return written.endsWith(lineBreak) ? written : written + lineBreak;
    }),
    fc
      .array(fc.oneof(single(lineBreak, indent), double(lineBreak, indent), fc.constantFrom('a b', '您好', '*a')), {
        maxLength: 3,
      })
      .map((items) => `[${items.join(', ')}]${lineBreak}`),
    fc
      .tuple(fc.constantFrom('k', '"k"', '? k', "''"), double(lineBreak, indent))
      .map(([key, inside]) => `{${key}: ${inside}}${lineBreak}`),
    fc.constant(`*a${lineBreak}`),
    fc.constant(lineBreak),
  );

const KEYS = ['a', 'b', '"c d"', "'e'", '您好', '? f', '1', 'null', 'true', '? [g, h]', '__proto__', '&a k', '<<'];

const collection = (lineBreak: Break) =>
  fc.oneof(
    fc
      .uniqueArray(fc.constantFrom(...KEYS), { minLength: 1, maxLength: 4 })
      .chain((keys) =>
        fc
          .tuple(...keys.map(() => node(lineBreak, INDENT)))
          .map((nodes) =>
            keys.map((key, at) => (key.startsWith('?') ? `${key}${lineBreak}: ` : `${key}: `) + nodes[at]).join(''),
          ),
      ),
    fc
      .array(node(lineBreak, INDENT), { minLength: 1, maxLength: 4 })
      .map((items) => items.map((item) => `- ${item}`).join('')),
    fc
      .array(fc.tuple(node(lineBreak, 2 * INDENT), node(lineBreak, 2 * INDENT)), { minLength: 1, maxLength: 3 })
      .map((items) => `list:${lineBreak}${items.map(([a, b]) => `  - t: ${a}    b: ${b}`).join('')}`),
  );

/** The source of a document. */
export const yamlSource = fc
  .constantFrom<Break>('\n', '\n', '\r\n')
  .chain((lineBreak) =>
    fc.tuple(
      fc.constantFrom(
        '',
        '',
        '',
        '\ufeff',
        `---${lineBreak}`,
        `# first${lineBreak}`,
        `%YAML 1.2${lineBreak}---${lineBreak}`,
      ),
      fc.oneof(
        { weight: 5, arbitrary: collection(lineBreak) },
        { weight: 1, arbitrary: flowScalar(lineBreak, 1) },
        { weight: 1, arbitrary: block(lineBreak, INDENT) },
      ),
      fc.constantFrom('', '', '', lineBreak, `${lineBreak}...${lineBreak}`),
    ),
  )
  .map((pieces) => withoutLooseAliases(pieces.join('')));

function withoutLooseAliases(source: string): string {
  const anchor = source.indexOf('&a ');
  return source.replace(/\*a/g, (alias, at: number) => (anchor >= 0 && anchor < at ? alias : 'a'));
}
