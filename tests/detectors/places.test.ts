import { describe, expect, test } from 'vitest';
import type { Detector } from '../../src/detectors/detector.ts';
import { NO_CONTEXT } from '../../src/detectors/detector.ts';
import { end } from '../../src/detectors/end.ts';
import { pause } from '../../src/detectors/pause.ts';
import { start } from '../../src/detectors/start.ts';

/** The words with a bar at each place that the detector finds. */
function marked(detector: Detector, words: string): string {
  const ranges = detector.find({ words, folded: words }, NO_CONTEXT);
  expect(ranges.every((range) => range.start === range.end)).toBe(true);
  expect(new Set(ranges.map((range) => range.start)).size).toBe(ranges.length);
  return [...ranges].reduceRight((text, { start: at }) => `${text.slice(0, at)}|${text.slice(at)}`, words);
}

describe('where a message begins', () => {
  test.each([
    ['ok', '|ok'],
    [' “Ok”', '| “|Ok”'],
    ['@ann @bob_1 no', '|@ann @bob_1 |no'],
    ['👍 ok', '|👍 ok'],
    ['', '|'],
    ['…', '|…|'],
  ])('%s', (words, expected) => expect(marked(start, words)).toBe(expected));
});

describe('where a message ends', () => {
  test.each([
    ['ok', 'ok|'],
    ['ok. ', 'ok|.| |'],
    ['what?', 'what|?|'],
    ['No. ^AB', 'No|.| ^AB|'],
    ['No -KM', 'No| -KM|'],
    ['好的～', '好的～|'],
    ['ok 👍', 'ok 👍|'],
    ['嗯。。', '嗯|。。|'],
    ['', '|'],
  ])('%s', (words, expected) => expect(marked(end, words)).toBe(expected));
});

describe('where a clause ends', () => {
  test.each([
    ['Thank you. It is 3.50, by 5:30!', 'Thank you|. It is 3.50|, by 5:30|!|'],
    ['谢谢，再见', '谢谢|，再见|'],
    ['one\ntwo', 'one|\ntwo|'],
    ['www.example.com/a', 'www.example.com/a|'],
    ['', ''],
  ])('%s', (words, expected) => expect(marked(pause, words)).toBe(expected));
});

test('a long row of marks takes no time', () => {
  const words = `${'@_'.repeat(50_000)}${'!'.repeat(100_000)}`;
  const began = performance.now();
  for (const detector of [start, end, pause]) detector.find({ words, folded: words }, NO_CONTEXT);
  expect(performance.now() - began).toBeLessThan(1000);
});
