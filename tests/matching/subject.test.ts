import { expect, test } from 'vitest';
import { subjectOf } from '../../src/matching/subject.ts';

test('a Latin i inside a Kazakh word is the letter that was meant', () => {
  expect(subjectOf('Сiздiң өтiнiшiңiз').words).toBe('Сіздің өтінішіңіз');
  expect(subjectOf('Iзгi ниетпен').words).toBe('Ізгі ниетпен');
});

test('words in Latin letters keep their i', () => {
  expect(subjectOf('I wrote it in iOS, wi-fi желісі').words).toBe('I wrote it in iOS, wi-fi желісі');
});
