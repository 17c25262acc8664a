import { describe, expect, test } from 'vitest';
import { VENDORS } from '../../src/placeholders/registry.ts';
import { slotsIn } from '../../src/placeholders/slots.ts';

describe('slots', () => {
  test.each([
    ['Hi {{ticket.requester.name}}', '{{', 'ticket.requester.name'],
    ['Hi {{ first_name | fallback: "there" }}', '{{', 'first_name'],
    ['Hi {%customer.firstName,fallback=there%}', '{%', 'customer.firstName'],
    ['#{ticket.number}', '#{', 'ticket.number'],
    ['%{ticket.name.first}', '%{', 'ticket.name.first'],
    ['{客户姓名}您好', '{', '客户姓名'],
    ['[Product Name]', '[', 'Product Name'],
    ['【姓名】', '【', '姓名'],
    ['<<аты>>', '<<', 'аты'],
  ])('%s', (words, grammar, name) => {
    const slots = slotsIn(words);
    expect(slots).toMatchObject([{ grammar, name }]);
    for (const { named } of slots) expect(words.slice(named.start, named.end)).toBe(name);
  });

  test.each(['{% if a %}', '{% endif %}', '{}', '{{}}', 'a [link](https://example.com)', '{"a": 1}', '{{name}'])(
    'none in %s',
    (words) => expect(slotsIn(words).filter(({ grammar }) => grammar !== '{')).toEqual([]),
  );
});

test.each(VENDORS)('$name names each of its slots once, in its own brackets', ({ known }) => {
  expect(new Set(known).size).toBe(known.length);
  for (const name of known) expect(name).toMatch(/^[A-Za-z_*][\w.*]*$/);
});
