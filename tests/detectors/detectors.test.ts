import { describe, expect, test } from 'vitest';
import type { DetectorContext } from '../../src/detectors/detector.ts';
import { DETECTORS } from '../../src/detectors/registry.ts';
import { foldingFor } from '../../src/matching/fold.ts';

function found(name: string, words: string, context: Partial<DetectorContext> = {}): readonly string[] {
  const detector = DETECTORS.find((one) => one.name === name);
  if (detector === undefined) throw new Error(`no detector ${name}`);
  const subject = { words, folded: foldingFor('none').words(words) };
  const ranges = detector.find(subject, { agents: [], companies: [], masks: [], ...context });
  return [...new Set(ranges.map(({ start, end }) => words.slice(start, end)))];
}

describe('duration', () => {
  test.each([
    ['within 24 hours', '24 hours'],
    ['in 2-3 business days', '2-3 business days'],
    ['half an hour', 'half an hour'],
    ['a few minutes', 'a few minutes'],
    ['five to seven working days', 'five to seven working days'],
    ['48h', '48h'],
    ['24小时内', '24小时'],
    ['三个工作日', '三个工作日'],
    ['２４小時', '２４小時'],
    ['半小时', '半小时'],
    ['3-5天', '3-5天'],
    ['15 минут', '15 минут'],
    ['екі күн ішінде', 'екі күн'],
    ['2-3 жұмыс күні ішінде', '2-3 жұмыс күні'],
  ])('%s', (words, expected) => expect(found('duration', words)).toContain(expected));

  test.each(['soon', '尽快', 'жақында', 'item 24', '祝您有愉快的一天', '5月3日', '2 months-old-ish'.slice(0, 1)])(
    'none in %s',
    (words) => expect(found('duration', words)).toEqual([]),
  );
});

describe('date', () => {
  test.each([
    ['on 3 May', '3 May'],
    ['by next Monday', 'by next Monday'],
    ['tomorrow', 'tomorrow'],
    ['2026-05-03', '2026-05-03'],
    ['5月3日', '5月3日'],
    ['下周三前', '下周三'],
    ['明天', '明天'],
    ['ертең', 'ертең'],
    ['3 мамырда', '3 мамырда'],
    ['дүйсенбіге дейін', 'дүйсенбіге'],
  ])('%s', (words, expected) => expect(found('date', words)).toContain(expected));

  test.each(['may I help', '1号线', 'sunny', 'march on', '每天'])('none in %s', (words) =>
    expect(found('date', words)).toEqual([]),
  );
});

describe('time', () => {
  test.each([
    ['by 5 pm', '5 pm'],
    ['at 17:00', '17:00'],
    ['下午5点半', '下午5点半'],
    ['十点前', '十点前'],
    ['сағат 17-де', 'сағат 17-де'],
    ['by noon', 'noon'],
  ])('%s', (words, expected) => expect(found('time', words)).toContain(expected));

  test.each(['一点击', 'version 1.25', '3 points', '有时候'])('none in %s', (words) =>
    expect(found('time', words)).toEqual([]),
  );
});

describe('name', () => {
  test.each([
    ['Ben from Contoso', 'Ben'],
    ['Anne-Marie Li', 'Anne-Marie Li'],
    ['我是小敏', '小敏'],
    ['王芳为您服务', '王芳'],
    ['менің атым Айгүл', 'Айгүл'],
  ])('%s', (words, expected) => expect(found('name', words)).toContain(expected));
});

describe('placeholder', () => {
  test.each([
    ['Dear {{customer.name | default: "x"}}', '{{customer.name | default: "x"}}'],
    ['{客户姓名}您好', '{客户姓名}'],
    ['%{ticket.id} and #{ticket.x}', '%{ticket.id}'],
    ['Your [Order Number]', '[Order Number]'],
    ['[NAME]', '[NAME]'],
    ['【姓名】您好', '【姓名】'],
    ['<<name>>', '<<name>>'],
    ['Құрметті <имя>', '<имя>'],
    ['订单XX将于', 'XX'],
    ['order XXX', 'XXX'],
    ['单号：____', '____'],
  ])('%s', (words, expected) => expect(found('placeholder', words)).toContain(expected));

  test.each([
    '[微笑]',
    '[1] see below',
    'size XXL',
    '139XXXX1234',
    'A ____ takes 33 hours',
    '<b>bold</b>',
    'a [link](https://x.example)',
    'thanks xx',
    '[Phone rings]',
    'if (a) { return 1; }',
  ])('none in %s', (words) => expect(found('placeholder', words)).toEqual([]));

  test('masks of a data set are none', () => {
    expect(found('placeholder', '[ORDER NUMBER] [订单号123]', { masks: ['[ORDER*]'] })).toEqual(['[订单号123]']);
  });
});

describe('names from outside', () => {
  test('agents and companies stand between edges of words', () => {
    expect(found('agent-name', 'ann and Anna', { agents: ['ann'] })).toEqual(['ann']);
    expect(found('agent-name', '我是小敏哦', { agents: ['小敏'] })).toEqual(['小敏']);
    expect(found('company-name', 'Aurora Bank', { companies: ['aurora bank'] })).toEqual(['Aurora Bank']);
  });
});
