import { describe, expect, test } from 'vitest';
import { FACT_WORDS } from '../../src/core/fact-words.ts';
import { FACT_NAMES } from '../../src/core/facts.ts';
import { channelNamed, factNamed, lengthOf, readFact } from '../../src/core/read-fact.ts';

describe('the name of a fact', () => {
  test.each(FACT_NAMES)('%s, in JSON, camel case and a header', (name) => {
    const joined = name.replaceAll(' ', '_');
    const camel = name.replace(/ (\w)/g, (_, letter: string) => letter.toUpperCase());
    for (const written of [name, joined, camel, joined.toUpperCase(), ` ${name} `])
      expect(factNamed(written)).toBe(name);
  });

  test('no word names two facts', () => {
    const words = FACT_NAMES.flatMap((name) => FACT_WORDS[name].split('|'));
    expect(words.filter((word, at) => words.indexOf(word) < at)).toEqual([]);
    for (const name of FACT_NAMES) for (const word of FACT_WORDS[name].split('|')) expect(factNamed(word)).toBe(name);
  });

  test.each([
    ['振鈴次數', 'rings'],
    ['掛斷方', 'disconnected by'],
    ['Шылдыр саны', 'rings'],
    ["Customer's local time", 'recipient time'],
    ['ring_count', 'rings'],
    ['callDirection', 'direction'],
    ['Agent', undefined],
    ['客户', undefined],
    ['text', undefined],
    ['', undefined],
    ['x'.repeat(10_000), undefined],
  ])('%j is %s', (written, name) => expect(factNamed(written)).toBe(name));
});

describe('the value of a fact', () => {
  test.each([
    ['direction', 'Outbound', 'outbound'],
    ['direction', 'outbound-api', 'outbound'],
    ['direction', '呼入', 'inbound'],
    ['direction', 'шығыс', 'outbound'],
    ['direction', 'sideways', undefined],
    ['disconnected by', 'CUSTOMER_DISCONNECT', 'customer'],
    ['disconnected by', '客服', 'agent'],
    ['disconnected by', 'клиент', 'customer'],
    ['callback', true, true],
    ['callback', '是', true],
    ['callback', 'жоқ', false],
    ['callback', 0, false],
    ['callback', 'maybe', undefined],
    ['rings', 4, 4],
    ['rings', '4 rings', 4],
    ['rings', '4声', 4],
    ['rings', 2.5, undefined],
    ['rings', -1, undefined],
    ['rings', 'many', undefined],
    ['ring time', 20, 20_000],
    ['ring time', '20', 20_000],
    ['duration', '1:25', 85_000],
    ['duration', '00:01:25', 85_000],
    ['duration', '1分25秒', 85_000],
    ['duration', '1 мин 25 с', 85_000],
    ['duration', '1.5 min', 90_000],
    ['duration', 'PT5M', undefined],
    ['time zone', 'Asia/Almaty', 'Asia/Almaty'],
    ['time zone', '+05:00', '+05:00'],
    ['time zone', 'same', 'same'],
    ['time zone', 'Moon/Base', undefined],
    ['time zone', '+99:00', undefined],
  ] as const)('%s: %j is %j', (name, written, value) => expect(readFact(name, written)).toEqual(value));

  test('a moment', () => {
    expect(readFact('sent', '2026-05-01T23:50:00Z')).toMatchObject({ basis: 'epoch' });
    expect(readFact('sent', 1_777_679_400)).toMatchObject({ basis: 'epoch' });
    expect(readFact('recipient time', '23:50')).toMatchObject({ basis: 'clock', precision: 60_000 });
  });

  test('a length that is none', () => {
    for (const written of ['', ' ', 'x', '5 apples', '1:99x', '9'.repeat(500), Number.NaN])
      expect(lengthOf(written)).toBeUndefined();
  });
});

test.each([
  ['Phone', 'phone'],
  ['voice', 'phone'],
  ['电话', 'phone'],
  ['電話', 'phone'],
  ['телефон', 'phone'],
  ['语音信箱', 'voicemail'],
  ['дауыстық пошта', 'voicemail'],
  ['短信', 'sms'],
  ['WhatsApp', 'chat'],
  ['微博', 'social'],
  ['pigeon', undefined],
])('the channel %j is %s', (written, channel) => expect(channelNamed(written)).toBe(channel));
