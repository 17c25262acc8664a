import { describe, expect, test } from 'vitest';
import { readLabel } from '../../src/transcripts/label.ts';

/** Role, name, clock and words of a line. */
function told(line: string) {
  const label = readLabel(line);
  if (label === undefined) return undefined;
  const { role, name, time, wordsAt } = label;
  const clock = time === undefined ? undefined : new Date(time.at).toISOString().slice(11, 19);
  return [role, name, clock, line.slice(wordsAt)];
}

describe('a label', () => {
  test.each([
    ['Agent: hi', ['agent', undefined, undefined, 'hi']],
    ['agent:hi', ['agent', undefined, undefined, 'hi']],
    ['Agent (Ben): hi', ['agent', 'Ben', undefined, 'hi']],
    ['Agent(Ben): hi', ['agent', 'Ben', undefined, 'hi']],
    ['Ben (Agent): hi', ['agent', 'Ben', undefined, 'hi']],
    ['Ben (Agent, 10:20): hi', ['agent', 'Ben', '10:20:00', 'hi']],
    ['Agent Ben: hi', ['agent', 'Ben', undefined, 'hi']],
    ['Ben: hi', [undefined, 'Ben', undefined, 'hi']],
    ["Anne-Marie O'Neil: hi", [undefined, "Anne-Marie O'Neil", undefined, 'hi']],
    ['Dr. Ben: hi', [undefined, 'Dr. Ben', undefined, 'hi']],
    ['**Ben:** hi', [undefined, 'Ben', undefined, 'hi']],
    ['**Ben**: hi', [undefined, 'Ben', undefined, 'hi']],
    ['**Ben (Agent)**: hi', ['agent', 'Ben', undefined, 'hi']],
    ['**AGENT (DALEEN):** hi', ['agent', 'DALEEN', undefined, 'hi']],
    ['_Agent Ben_', ['agent', 'Ben', undefined, '']],
    ['**Agent Ben**', ['agent', 'Ben', undefined, '']],
    ['- Agent: hi', ['agent', undefined, undefined, 'hi']],
    ['  Agent: hi', ['agent', undefined, undefined, 'hi']],
    ['\u200eAgent: hi', ['agent', undefined, undefined, 'hi']],
    ['[10:20] Ben: hi', [undefined, 'Ben', '10:20:00', 'hi']],
    ['10:20:26 Ben: hi', [undefined, 'Ben', '10:20:26', 'hi']],
    ['[10:20 PM] Ben: hi', [undefined, 'Ben', '22:20:00', 'hi']],
    ['2024-01-01 10:20:26 Ben: hi', [undefined, 'Ben', '10:20:26', 'hi']],
    ['2024/5/1 21:25 - 张三: 你好', [undefined, '张三', '21:25:00', '你好']],
    ['Ben [10:20]: hi', [undefined, 'Ben', '10:20:00', 'hi']],
    ['旗舰店:小敏(2024-05-01 10:20:26):  亲', ['agent', '小敏', '10:20:26', '亲']],
    ['旗舰店：小敏（2024-05-01 10:20:26）：亲', ['agent', '小敏', '10:20:26', '亲']],
    ['旗舰店:小敏说(周一): 亲', [undefined, '旗舰店', undefined, '小敏说(周一): 亲']],
    ['Ben 10:20: hi', [undefined, 'Ben', '10:20:00', 'hi']],
    ['客服：您好', ['agent', undefined, undefined, '您好']],
    ['客服:您好', ['agent', undefined, undefined, '您好']],
    ['客服:10元起', ['agent', undefined, undefined, '10元起']],
    ['客服(10:20:26):您好', ['agent', undefined, '10:20:26', '您好']],
    ['客服（10：20：26）：您好', ['agent', undefined, '10:20:26', '您好']],
    ['客服小敏（10:20）：您好', ['agent', '小敏', '10:20:00', '您好']],
    ['客服-小敏：您好', ['agent', '小敏', undefined, '您好']],
    ['旗舰店客服：您好', ['agent', '旗舰店', undefined, '您好']],
    ['客服回复：您好', ['agent', undefined, undefined, '您好']],
    ['小敏(2024-01-01 10:20:26):您好', [undefined, '小敏', '10:20:26', '您好']],
    ['[晚上8:15] 客服：您好', ['agent', undefined, '20:15:00', '您好']],
    ['客户：在吗', ['customer', undefined, undefined, '在吗']],
    ['Оператор Айгүл: Сәлем', ['agent', 'Айгүл', undefined, 'Сәлем']],
    ['Тұтынушы: Сәлем', ['customer', undefined, undefined, 'Сәлем']],
    ['Айгүл (оператор): Сәлем', ['agent', 'Айгүл', undefined, 'Сәлем']],
    ['Contoso Inc. Representative: hi', ['agent', undefined, undefined, 'hi']],
    ['System: joined', ['system', undefined, undefined, 'joined']],
    ['Bot: hi', ['bot', undefined, undefined, 'hi']],
    ['Agent:', ['agent', undefined, undefined, '']],
  ])('%j', (line, expected) => expect(told(line)).toEqual(expected));
});

describe('no label', () => {
  test.each([
    '',
    'hello',
    'See https://example.com',
    'At 10:20 we close',
    'It costs 10:1',
    'Date: April 30',
    '*Time:* 10 am',
    '**Transcript:**',
    'Option 1: the first',
    'Note: this',
    '时间：2024-01-01',
    '温馨提示：请注意',
    'Yes, sure: hi',
    'What is this? It: hi',
    `${'a'.repeat(100)}: hi`,
    'one two three four five: hi',
    '(Agent: hi)',
    '"Ben": hi',
    '_no agent_',
    '**bold**',
    ': hi',
    '12: hi',
  ])('%j', (line) => expect(told(line)).toBeUndefined());

  test.each([
    'Dear Customer: hi',
    'Your Agent: Ben',
    'Customer ID: 5',
    'Customer Agent Interaction: Agent Ben with Customer Alex',
    'Client side: broken',
    '客户姓名：张三',
    '客服热线：400-123-4567',
    '尊敬的客户：您好',
    '亲爱的顾客：您好',
    '各位用户：您好',
  ])('that tells a role: %j', (line) => {
    expect(readLabel(line)?.role).toBeUndefined();
    expect(readLabel(line)?.isMarked).not.toBe(true);
  });
});

test('a long line is read in time', () => {
  const before = performance.now();
  for (const sign of [' ', 'a', '(', '*', '1', ':', '好', '10:20 ', '\u200e']) readLabel(sign.repeat(100_000));
  expect(performance.now() - before).toBeLessThan(1000);
});
