import { describe, expect, test } from 'vitest';
import { isPersonName } from '../../src/detectors/customer-name.ts';
import type { DetectorContext } from '../../src/detectors/detector.ts';
import { DETECTORS } from '../../src/detectors/registry.ts';
import { foldingFor } from '../../src/matching/fold.ts';

function found(name: string, words: string, context: Partial<DetectorContext> = {}): readonly string[] {
  const detector = DETECTORS.find((one) => one.name === name);
  if (detector === undefined) throw new Error(`no detector ${name}`);
  const subject = { words, folded: foldingFor('none').words(words) };
  const ranges = detector.find(subject, { agents: [], companies: [], masks: [], ...context });
  return [...new Set(ranges.map(({ start, end }) => words.slice(start, end).trim()))];
}

const customers = (...names: string[]) => ({ customers: names.map((name) => foldingFor('none').words(name)) });

describe('the name of the customer', () => {
  test.each([
    ['Dear Ms Park, …', ['Anna Park'], ['Park']],
    ['Anna Park, and ANNA’s card', ['Anna Park'], ['Anna Park', 'ANNA']],
    ['王女士和王先生，王者', ['王小敏'], ['王女士', '王先生']],
    ['小敏您好', ['王小敏'], ['小敏']],
    ['歐陽先生', ['欧阳锋'], ['歐陽先生']],
    ['Айгүлге, Айгүл ханым', ['Айгүл'], ['Айгүлге', 'Айгүл']],
    ['Dear {{customer.first_name}}, {姓名}', [], ['{{customer.first_name}}', '{姓名}']],
  ])('%s', (words, names, expected) => expect(found('customer-name', words, customers(...names))).toEqual(expected));

  test.each([
    ['mark the box on the hill', ['Mark Hill']],
    ['总计三件，王朝葡萄酒', ['王小敏']],
    ['Annabel, help@anna.example', ['Anna']],
    ['{shop_name}, {{product.name}}, [店铺名称]', []],
  ])('none in %s', (words, names) => expect(found('customer-name', words, customers(...names))).toEqual([]));

  test.each(['Anna', 'Anna-Marie Li', '王小敏', '欧阳锋', 'Айгүл Сәрсенқызы', "O'Neil"])('%s is a person', (name) => {
    expect(isPersonName(name)).toBe(true);
  });

  test.each(['anna77', '115712', 'visitor_4', '小熊饼干铺', 'tb_王芳', 'a@b.c', 'ACME', ''])('%s is none', (name) => {
    expect(isPersonName(name)).toBe(false);
  });
});

test.each(['我姓王', '欧阳'])('a family name in %s', (words) => expect(found('surname', words)).toHaveLength(1));

describe('ways to get in touch', () => {
  test.each([
    ['phone', 'call +7 727 000 00 00 now', '+7 727 000 00 00'],
    ['phone', '400-000-0000转12', '400-000-0000'],
    ['phone', 'tel. 555-0100 ext. 12', '555-0100'],
    ['phone', '请拨打95500', '95500'],
    ['phone', '8-800-000-00-00', '8-800-000-00-00'],
    ['phone', '1414 нөмірі немесе 87771234567', '87771234567'],
    ['phone', '手机13912345678', '13912345678'],
    ['email', 'write to help.desk@example.co.uk.', 'help.desk@example.co.uk'],
    ['link', 'see https://example.com/a?b=1。', 'https://example.com/a?b=1'],
    ['link', 'at www.example.kz now', 'www.example.kz'],
    ['link', 'example.com/contact', 'example.com/contact'],
  ])('%s in %s', (name, words, expected) => expect(found(name, words)).toContain(expected));

  test.each([
    ['phone', 'on 2026-05-03 or 03.05.2026, 10-12 pcs'],
    ['phone', 'order 123456 costs 1,000.00'],
    ['email', 'see you @ 5, @shop'],
    ['link', 'e.g. this, v1.2.3 and 3.5 km'],
  ])('no %s in %s', (name, words) => expect(found(name, words)).toEqual([]));
});

describe('emoticons', () => {
  test.each(['好的😊', 'Yes :)', 'Yes ;-)', '好呢[微笑]', '(´▽`)好', 'Жақсы))', '👍🏽', '/:^_^'])('in %s', (words) => {
    expect(found('emoticon', words)).not.toEqual([]);
  });

  test.each(['at 10:30 (noon)', 'https://example.com', '#1 © 2026', 'a (b) c', '【我的订单】', 'list: a) b', 'f(x)=8'])(
    'none in %s',
    (words) => expect(found('emoticon', words)).toEqual([]),
  );
});

describe('the sender of a short message', () => {
  test.each([
    ['您好，今晚截止。【青禾家居】', '【青禾家居】'],
    ['【青禾家居】您好', '【青禾家居】'],
    ['It ends tonight! -Greenleaf Home', 'Greenleaf Home'],
    ['Greenleaf: your parcel is here', 'Greenleaf'],
    ['Наурыз құтты болсын! «Көктем» дүкені', '«Көктем» дүкені'],
  ])('%s', (words, expected) => expect(found('sender', words)).toEqual([expected]));

  test.each(['Happy holidays to you', 'Reminder: pay today', '请点击【我的订单】查看', 'at 5 - 6 pm'])(
    'none in %s',
    (words) => {
      expect(found('sender', words)).toEqual([]);
    },
  );
});

test.each(['Lena.', '小郑', 'Айгүл', 'Anna Li'])('%s is a name alone', (words) => {
  expect(found('lone-name', words)).toEqual([words]);
});
test.each(['No.', 'Why?', 'Sorry', 'Lena is here', '好的'])('%s is none', (words) => {
  expect(found('lone-name', words)).toEqual([]);
});

test('long runs of what the detectors look for take no time to speak of', () => {
  const started = performance.now();
  for (const unit of ['1', '1-', '(', ')', '[', '【', '{', 'a.', 'a@', 'A ', 'A-', '(^', '微', '+1 ', ':-', '„'])
    for (const name of ['sender', 'customer-name', 'lone-name', 'work-number']) found(name, unit.repeat(2_000));
  expect(performance.now() - started).toBeLessThan(20_000);
});
