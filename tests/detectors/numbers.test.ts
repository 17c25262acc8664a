import { describe, expect, test } from 'vitest';
import type { Detector } from '../../src/detectors/detector.ts';
import { NO_CONTEXT } from '../../src/detectors/detector.ts';
import { DETECTORS } from '../../src/detectors/registry.ts';
import { foldingFor } from '../../src/matching/fold.ts';

function detector(name: string): Detector {
  const found = DETECTORS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no detector ${name}`);
  return found;
}

/** What the detector finds, as it is written in the words. */
function found(name: string, words: string): readonly string[] {
  const subject = { words, folded: foldingFor('none').words(words) };
  const ranges = detector(name).find(subject, NO_CONTEXT);
  return [...new Set(ranges.map(({ start, end }) => words.slice(start, end)))];
}

/** The words with what reports cover. */
function covered(name: string, words: string): string {
  const stars = detector(name).secret?.hidden(words) ?? [];
  return [...words].map((sign, at) => (stars.some(({ start, end }) => start <= at && at < end) ? '*' : sign)).join('');
}

describe('card', () => {
  test.each([
    ['Your card 4111 1111 1111 1111 was charged', '4111 1111 1111 1111'],
    ['card 4111111111111111.', '4111111111111111'],
    ['5555-5555-5555-4444', '5555-5555-5555-4444'],
    ['3782 822463 10005', '3782 822463 10005'],
    ['卡号６２２２０２１００１１１２３４５６７０吗', '６２２２０２１００１１１２３４５６７０'],
    ['您的卡号是4111 1111 1111 1111，对吗', '4111 1111 1111 1111'],
    ['карта 2200 0000 0000 0004', '2200 0000 0000 0004'],
    ['4111–1111–1111–1111', '4111–1111–1111–1111'],
    ['4111 1111 1111 1111 12/27', '4111 1111 1111 1111'],
    ['12 4111 1111 1111 1111', '4111 1111 1111 1111'],
  ])('%s', (words, expected) => expect(found('card', words)).toEqual([expected]));

  test.each([
    '4111 1111 1111 1112',
    '4111 **** **** 1111',
    '尾号1111',
    '订单号 4111111111111111',
    'Order number: 4111 1111 1111 1111',
    'tracking no. 4111111111111111',
    'тапсырыс нөмірі 4111111111111111',
    '0000 0000 0000 0000',
    '4444 4444 4444 4444',
    'SKU4111111111111111',
    '4111111111111111x',
    '41111111111111110000000',
    'https://example.com/4111111111111111',
    '4.111111111111111',
    '+7 701 123 45 67, +7 702 123 45 67',
    '9876 5432 1098 7654',
  ])('none in %s', (words) => expect(found('card', words)).toEqual([]));

  test('is covered but for four figures at each end', () => {
    expect(covered('card', '4111 1111 1111 1111')).toBe('4111 **** **** 1111');
    expect(covered('card', '3782-822463-10005')).toBe('3782-******-*0005');
  });
});

describe('id-number', () => {
  test.each([
    ['您的身份证号是11010519491231002X', '11010519491231002X'],
    ['身份证 310115 20000229 0013', '310115 20000229 0013'],
    ['身份证４４０３０１１９９００３０７１２３０', '４４０３０１１９９００３０７１２３０'],
    ['50010119900301010x', '50010119900301010x'],
    ['旧身份证号130503670401001', '130503670401001'],
    ['ЖСН 900101300126', '900101300126'],
    ['ИИН: 851229 456783', '851229 456783'],
    ['your ID 040229500114', '040229500114'],
  ])('%s', (words, expected) => expect(found('id-number', words)).toEqual([expected]));

  test.each([
    '110105194912310021',
    '11010519491331002X',
    '31011520010229001X',
    '99010519491231002X',
    '订单号11010519491231002X',
    '130503670401001',
    '身份证 490154203237518',
    '900101300125',
    '901301300126',
    'БИН 091240001231',
    'track 900101300126',
    'тапсырыс нөмірі 900101300126',
    '+7 701 123 45 67',
  ])('none in %s', (words) => expect(found('id-number', words)).toEqual([]));

  test('is covered but for two figures at each end', () => {
    expect(covered('id-number', '11010519491231002X')).toBe('11**************2X');
  });
});

describe('business-number', () => {
  test.each(['БИН 091240001231', 'БСН: 220341005676'])('%s', (words) =>
    expect(found('business-number', words)).toEqual([words.slice(-12)]),
  );
  test.each(['ИИН 900101300126', '091240001232'])('none in %s', (words) =>
    expect(found('business-number', words)).toEqual([]),
  );
});

describe('iban', () => {
  test.each([
    ['IBAN: KZ86 125K ZT50 0410 0100.', 'KZ86 125K ZT50 0410 0100'],
    ['GB82WEST12345698765432', 'GB82WEST12345698765432'],
    ['账号de89370400440532013000。', 'de89370400440532013000'],
  ])('%s', (words, expected) => expect(found('iban', words)).toEqual([expected]));
  test.each(['GB82WEST12345698765433', 'KZ86 125K ZT50 0410 010', 'XX12 3456 7890', 'GB82WEST123456987654321'])(
    'none in %s',
    (words) => expect(found('iban', words)).toEqual([]),
  );
});

describe('phone', () => {
  test.each([
    ['请拨打13800138000咨询', '13800138000'],
    ['138 0013 8000', '138 0013 8000'],
    ['+86 138-0013-8000', '+86 138-0013-8000'],
    ['１３８００１３８０００', '１３８００１３８０００'],
    ['客服热线400-123-4567。', '400-123-4567'],
    ['4008-123-123', '4008-123-123'],
    ['(010)62345678', '(010)62345678'],
    ['（0571）8765 4321', '（0571）8765 4321'],
    ['021-62345678-8001', '021-62345678-8001'],
    ['致电95588', '95588'],
    ['电话是01088374993。', '01088374993'],
    ['电话是88681188-6808', '88681188-6808'],
    ['客服电话：10086', '10086'],
    ['+7 701 123 45 67', '+7 701 123 45 67'],
    ['8 (727) 250-00-00 нөміріне', '8 (727) 250-00-00'],
    ['87011234567', '87011234567'],
    ['+77011234567', '+77011234567'],
    ['8-800-080-00-00', '8-800-080-00-00'],
    ['+44 20 7946 0958', '+44 20 7946 0958'],
    ['call 020 7946 0958', '020 7946 0958'],
    ['call us at 555-0100', '555-0100'],
    ['(555) 234-5678', '(555) 234-5678'],
    ['555.234.5678, ext 4', '555.234.5678'],
    ['1-800-234-5678', '1-800-234-5678'],
    ['my phone number is 5552345678', '5552345678'],
    ['0912-345-678', '0912-345-678'],
  ])('%s', (words, expected) => expect(found('phone', words)).toEqual([expected]));

  test('several in a row', () => {
    expect(found('phone', '电话是010-67389898,010-67383333')).toEqual(['010-67389898', '010-67383333']);
  });

  test.each([
    '订单号13800138000',
    'order 555-234-5678',
    'Order number is 13800138000',
    '2026-05-03 10:20',
    '10-20-30',
    '5552345678',
    '$1,234,567',
    'SKU-13800138000',
    '1234567890123456',
    '12.05.2026',
    '192.168.100.200',
    'from 100 to 2000',
    '138001380001',
    'room 95588',
    'https://a.com/13800138000',
    'тапсырыс 87011234567',
    '1 2 3 4 5 6 7',
  ])('none in %s', (words) => expect(found('phone', words)).toEqual([]));
});

describe('email', () => {
  test.each([
    ['write to help@example.com.', 'help@example.com'],
    ['邮箱support@example.com.cn即可', 'support@example.com.cn'],
    ['first.last+tag@mail.example.org', 'first.last+tag@mail.example.org'],
    ['help＠example.com', 'help＠example.com'],
    ['почта: инфо@пошта.қаз', 'инфо@пошта.қаз'],
    ["o'neil@example.ie", "o'neil@example.ie"],
  ])('%s', (words, expected) => expect(found('email', words)).toEqual([expected]));
  test.each(['@reply', 'meet @ 5', 'a@b', 'user@', '@example.com', 'a@@example.com', 'price @1.50'])(
    'none in %s',
    (words) => expect(found('email', words)).toEqual([]),
  );
});

describe('link', () => {
  test.each([
    ['see https://example.com/a?b=c.', 'https://example.com/a?b=c'],
    ['点击http://example.cn/退货查看', 'http://example.cn/'],
    ['（www.example.com）', 'www.example.com'],
    ['example.kz/help, please', 'example.kz/help'],
    ['[here](https://example.com/a_(b))', 'https://example.com/a_(b)'],
    ['Shop at Example.COM!', 'Example.COM'],
    ['https://example.com:8080/', 'https://example.com:8080/'],
  ])('%s', (words, expected) => expect(found('link', words)).toEqual([expected]));
  test.each([
    'help@example.com',
    'README.md',
    'e.g. this',
    'end.Next one',
    '3.5',
    'node.js',
    'a.m. or p.m.',
    'degrees celsius.It is cold',
  ])('none in %s', (words) => expect(found('link', words)).toEqual([]));
});

describe('money', () => {
  test.each([
    ['costs $12.50 now', '$12.50'],
    ['US$ 1,299.00', 'US$ 1,299.00'],
    ['a $30 million loss', '$30 million'],
    ['$5 kettle', '$5'],
    ['￥99起', '￥99'],
    ['共１９９元', '１９９元'],
    ['三百元', '三百元'],
    ['5块钱', '5块钱'],
    ['2万元', '2万元'],
    ['人民币300', '人民币300'],
    ['5 000 теңге', '5 000 теңге'],
    ['15 мың теңгеге', '15 мың теңгеге'],
    ['2000 тг.', '2000 тг.'],
    ['20 euros', '20 euros'],
    ['ten dollars', 'ten dollars'],
    ['100 USD', '100 USD'],
    ['5 000 ₸', '5 000 ₸'],
    ['500 рублей', '500 рублей'],
  ])('%s', (words, expected) => expect(found('money', words)).toContain(expected));
  test.each(['99', '元旦', '5块巧克力', '3 points', 'order 1299', '一元素', 'the euro'])('none in %s', (words) =>
    expect(found('money', words)).toEqual([]),
  );
});

describe('secret', () => {
  test.each([
    ['Your password is q1w2e3r4.', 'q1w2e3r4'],
    ['код: 482913', '482913'],
    ['密码是Abc!2026，请', 'Abc!2026'],
    ['PIN 4821', '4821'],
    ['pass "TigerMoon"', 'TigerMoon'],
    ['验证码４８２９１３', '４８２９１３'],
  ])('%s', (words, expected) => expect(found('secret', words)).toEqual([expected]));
  test.each(['Your password is incorrect', 'on 2026-05-03', 'at 10:20', 'help@example1.com', '12', 'https://a.com/1'])(
    'none in %s',
    (words) => expect(found('secret', words)).toEqual([]),
  );
});

test.each(['card', 'id-number', 'business-number', 'iban', 'phone', 'email', 'link', 'money', 'secret'])(
  '%s is not slow in what looks like it and is none',
  (name) => {
    const size = 50_000;
    const texts = [
      '1',
      '1 ',
      '1-',
      '4111 ',
      'a',
      'a.',
      'a@',
      '@',
      'a-',
      '(1',
      '+1',
      '１',
      '$1,',
      '1.',
      'x1!',
      'https://',
      '块',
      'KZ12 ',
    ];
    const started = performance.now();
    for (const text of texts) found(name, text.repeat(size / text.length));
    expect(performance.now() - started).toBeLessThan(4000);
  },
);
