import { describe, expect, test } from 'vitest';
import { verbatim } from '../../src/core/text.ts';
import { createLinter } from '../../src/engine/linter.ts';
import { whatIsLost } from '../../src/engine/what-stays.ts';
import { PLAN } from '../shipped.ts';

const NAMES = { agents: ['Ann'], companies: ['Brightway'], masks: [] };

/** What the fixes make of a message, each for itself; `!` before those that are unsafe, `?` before suggestions. */
function fixed(words: string, rule: string, channel: 'chat' | 'email' = 'chat'): readonly string[] {
  const linter = createLinter(PLAN, { presets: ['strict'], rules: {}, only: [rule] });
  const conversation = {
    channel,
    messages: [{ index: 0, role: 'agent', text: verbatim(words, 0) }],
    start: 'unknown',
    end: 'unknown',
  } as const;
  const document = { kind: 'conversation', conversation, guesses: [] } as const;
  return linter.check(document, { path: 'a.txt', names: NAMES, fixes: {} }).flatMap(({ fix }) => {
    if (fix === undefined) return [];
    let after = words;
    for (const { span, words: put } of [...fix.edits].reverse())
      after = after.slice(0, span.start) + put + after.slice(span.end);
    return [`${{ safe: '', unsafe: '!', suggestion: '?' }[fix.safety]}${after}`];
  });
}

describe('what rules propose', () => {
  test.each([
    ['punctuation/excess', 'It is here!!!', ['It is here!']],
    ['punctuation/excess', 'Is it here?!?!', ['Is it here?']],
    ['punctuation/excess', '好的。。。', ['好的。']],
    ['punctuation/excess', '那个。。。您看', ['!那个……您看']],
    ['punctuation/excess', '好的哦～～', ['好的哦～']],
    ['punctuation/excess', 'Number: ???', ['!Number: ?']],
    ['punctuation/excess', 'Use `a!!b` here', []],
    ['punctuation/excess', '~~old~~ new', []],
    ['punctuation/excess', 'See https://example.com/a!!', ['!See https://example.com/a!']],
    ['punctuation/excess', 'Hi! Yes! No! Now', ['!Hi! Yes! No. Now']],
    ['text/repeated-word', 'Check the the box.', ['Check the box.']],
    ['text/repeated-word', 'We booked the The Porch.', ['We booked The Porch.']],
    ['text/repeated-word', 'You may not not go.', []],
    ['text/repeated-word', '请请稍等', ['请稍等']],
    // 近的地铁口 was meant, and 您的订单: nobody but a reader can tell.
    ['text/repeated-word', '近一点的的铁口', ['!近一点的铁口']],
    ['text/repeated-word', '您的的订单', ['!您的订单']],
    ['text/repeated-word', 'Төлем үшін үшін рақмет', ['Төлем үшін рақмет']],
    ['text/typo', 'Your refnud was proccessed.', ['Your refund was proccessed.', 'Your refnud was processed.']],
    ['text/typo', '请在次登录', ['请再次登录']],
    ['text/typo', '既时回复您', ['及时回复您']],
    [
      'text/all-caps',
      'PLEASE wait, it is NEVER late.',
      ['Please wait, it is NEVER late.', 'PLEASE wait, it is never late.'],
    ],
    [
      'text/all-caps',
      "HELLO, I'M ANN FROM BRIGHTWAY. YOUR DHL PARCEL A1-22 COMES MONDAY.",
      [
        // The greeting is known for a word of its own.
        "!Hello, I'M ANN FROM BRIGHTWAY. YOUR DHL PARCEL A1-22 COMES MONDAY.",
        "!HELLO, I'm Ann from Brightway. Your DHL parcel A1-22 comes Monday.",
      ],
    ],
    ['text/all-caps', 'ТАПСЫРЫСЫҢЫЗ КЕШІГЕДІ ЖШС ДАЙЫН.', ['!Тапсырысыңыз кешігеді ЖШС дайын.']],
    ['text/all-caps', 'Write "SAMPLE ORDER" on it.', []],
    ['text/all-caps', '推荐您去PALMS KITCHEN HOUSE', []],
    ['pronoun/informal-you', '给你添麻烦了', ['给您添麻烦了']],
    ['pronoun/informal-you', '兄弟，你的包裹到了', []],
    ['pronoun/informal-you', '你们的订单', ['!您的订单']],
    ['pronoun/informal-you', '你俩看看', ['!您俩看看']],
    // The pronoun and what agrees with it, together; both findings have the same fix.
    ['pronoun/informal-you', 'Сенің тапсырысың жолда.', ['!Сіздің тапсырысыңыз жолда.', '!Сіздің тапсырысыңыз жолда.']],
    // The verb is not known, so nothing is.
    ['pronoun/informal-you', 'Сен ертең келетін боларсың.', []],
    ['text/abbreviation', 'Pls wait.', ['!Please wait.']],
    ['wording/colloquial-filler', 'Um. Your order is here.', ['!Your order is here.']],
    ['wording/colloquial-filler', '有货，哈哈！', ['!有货！']],
    ['wording/colloquial-filler', '哈哈', []],
    ['punctuation/incorrect', '您好, 请稍等.', ['您好，请稍等.', '您好, 请稍等。']],
    ['punctuation/incorrect', 'Hello ,your order，thanks', ['Hello, your order，thanks', 'Hello ,your order, thanks']],
  ] as const)('%s: %s', (rule, words, expected) => {
    expect(fixed(words, rule)).toEqual(expected);
  });

  test('email/line-too-long: breaks between words, and in Chinese behind marks', () => {
    const english = `Hello Ann,\n${'a lamp '.repeat(14).trim()}.`;
    const [made] = fixed(english, 'email/line-too-long', 'email') as [string];
    expect(made.split('\n').map((line) => line.length <= 70)).not.toContain(false);
    expect(made.replaceAll('\n', ' ')).toBe(english.replace('\n', ' '));
    const chinese = `何女士，您好！\n${'您购买的落地灯配件因盘点延迟，'.repeat(4)}谢谢。`;
    expect(fixed(chinese, 'email/line-too-long', 'email')[0]).toMatch(/^何女士，您好！(?:\n[^\n]*[，。]){2}$/);
  });
});

describe('what no fix may change', () => {
  test.each([
    ['number', 'in 2 2 days', 'in 2 days'],
    ['date', '三三天', '三天'],
    ['date', 'by 3 May', 'by May'],
    ['amount', 'pay $20.00 now', 'pay $20 now'],
    ['name', 'Ask Maria Lopez', 'Ask maria Lopez'],
    ['name', 'ask ANN here', 'ask an here'],
    ['link', 'see https://example.com/A', 'see https://example.com/a'],
    ['link', 'write to help@example.com', 'write to Help@example.com'],
    ['negation', 'do not not send', 'do not send'],
    ['negation', "it isn't here", 'it is here'],
    ['negation', '不能退', '能退'],
    ['negation', '没没发货', '没发货'],
    ['negation', 'ол келмейді', 'ол келеді'],
    ['negation', 'оны жібермеңіз', 'оны жіберіңіз'],
    ['negation', 'ол жоқ', 'ол бар'],
    ['placeholder', 'Hello {{name}}', 'Hello {{Name}}'],
  ] as const)('%s: %s', (what, before, after) => {
    expect(whatIsLost(before, after, NAMES)).toBe(what);
    expect(whatIsLost(before, before, NAMES)).toBeUndefined();
  });

  test.each([
    ['The The box of Ann is here!!!', 'The box of Ann is here!'],
    ['PLEASE WAIT 5 MINUTES, ANN', 'Please wait 5 minutes, Ann'],
    ['单号ＳＦ１２３', '单号SF123'],
    ['this is a a box', 'this is a box'],
  ])('not: %s', (before, after) => {
    expect(whatIsLost(before, after, NAMES)).toBeUndefined();
  });
});
