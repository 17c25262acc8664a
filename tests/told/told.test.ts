import { describe, expect, test } from 'vitest';
import { catalogueFor, tellerWith } from '../../src/told/teller.ts';
import { sentencesIn, sentencesTold } from './sentences.ts';

const LOCALES = ['zh', 'zh-Hant', 'kk'];

/** Kinds of slots and blanks around words do not tell sentences apart; the final mark may be told by another. */
function bare(sentence: string): string {
  return sentence
    .replace(/[{<](\d)[}>]/g, '{$1}')
    .trim()
    .replace(/\.$/, '');
}

describe.each(LOCALES)('in %s', (locale) => {
  test('everything that the program tells its reader is there', async () => {
    const catalogue = (await catalogueFor(locale)) ?? {};
    const known = new Set(Object.keys(catalogue).map(bare));
    const whole = Object.keys(catalogue).map(bare).join('\n');
    const lacking = [...sentencesTold()]
      // What begins or ends with a blank is a part of other sentences, which stand in the catalogue as a whole.
      .filter(
        ([sentence]) =>
          !(
            known.has(bare(sentence)) ||
            (/^ | $/.test(sentence) && whole.includes(sentence.trim().replace(/\{\d\}/, '')))
          ),
      )
      .filter(([sentence]) => !NOT_TOLD.has(sentence))
      .map(([sentence, path]) => `${path}: ${sentence}`);
    expect(lacking).toEqual([]);
  });

  test('every value of a sentence is kept', async () => {
    for (const [english, told] of Object.entries((await catalogueFor(locale)) ?? {})) {
      const slots = new Set(told.match(/\{\d\}|<\d>/g));
      for (const slot of slots) expect(english).toContain(slot);
      // What a library says of its own inner life helps nobody.
      if (!/^(?:error: too many|EACCES)/.test(english))
        expect(slots, english).toEqual(new Set(english.match(/\{\d\}|<\d>/g)));
    }
  });
});

/** Strings that stand where sentences do, and are none. */
const NOT_TOLD: ReadonlySet<string> = new Set([
  // Values of `hintFor`: told as `write {1} or {2}`.
  'write {1}',
  // A field of the facts of a contact.
  'message|left|left message|留言|消息|给客户的留言|хабар|хабарлама|қалдырылған хабар|сообщение',
  // A part of “… the file holds no conversation whose agent is known”, which stands there as a whole.
  '--context {1}: the file holds no conversation{2}.',
  '{1}: no such file{2}.',
  ' whose agent is known ({1}); name the agent with --agent',
]);

describe('sentences are told', () => {
  const tell = tellerWith({
    'no {1} in “{2}”': '“{2}”里没有 {1}',
    'in {1}: <2>.': '{1}：<2>。',
    'a list': '列表',
    text: '文字',
    ' or ': '或',
    'no {1} in “{2}” at all': '“{2}”里根本没有 {1}',
  });

  test.each([
    ['no x in “a b”', '“a b”里没有 x'],
    ['no x in “a” at all', '“a”里根本没有 x'],
    ['in a.yaml: no x in “y”.', 'a.yaml：“y”里没有 x。'],
    ['in a.yaml: text or a list.', 'a.yaml：文字或列表。'],
    ['in a.yaml: “text” or a list.', 'a.yaml：“text”或列表。'],
    ['in a.yaml: text or a boat.', 'a.yaml：text or a boat。'],
    ['something new', 'something new'],
    ['toString', 'toString'],
    ['no {2} in “$1”', '“$1”里没有 {2}'],
  ])('%s', (english, told) => {
    expect(tell(english)).toBe(told);
  });
});

test('sentences are found in the source', () => {
  const source = [
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source
    "throw new SetupError(`${path}: no ${it(')')} file${one ? ' for us' : ''}.`, { mend: 'Look (again).' });",
    "  /** new SetupErrors('x y') */ v.check(/^[a-z('\"]$/, 'write it\\'s name'),",
    "data: { problem: 'a line is none' } }",
  ].join('\n');
  expect(sentencesIn(source)).toEqual([
    '{1}: no {2} file{3}.',
    ' for us',
    'Look (again).',
    'Look (again).',
    "write it's name",
    'a line is none',
  ]);
});
