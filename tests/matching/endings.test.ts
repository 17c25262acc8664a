import { expect, test } from 'vitest';
import { createEndings } from '../../src/matching/endings.ts';

const endings = createEndings();

/** Whether endings lead from the stem to the end of the word. */
function reaches(word: string, stem: string): boolean {
  return (
    endings.after(word, stem.length).includes(word.length) && endings.before(word, word.length).includes(stem.length)
  );
}

test.each([
  ['кешіріңіздерші', 'кешір'],
  ['тапсырысыңыздың', 'тапсырыс'],
  ['тұрғаныңызға', 'тұр'],
  ['хабарласқандарыңызға', 'хабарлас'],
  ['күткендеріңізге', 'күт'],
  ['қызметкерлеріміздің', 'қызметкер'],
  ['шотыңыздағы', 'шот'],
  ['картамен', 'карта'],
  ['банкіңізден', 'банк'],
  ['кутип', 'күт'],
  ['тапсырысынызга', 'тапсырыс'],
  ['reminders', 'remind'],
])('%s is a form of %s', (word, stem) => expect(reaches(word, stem)).toBe(true));

test.each([
  ['кешірімпаз', 'кешір'],
  ['хабарландыру', 'хабар'],
  ['картамызге', 'карта'],
  ['тауарынгі', 'тауар'],
])('%s is no form of %s', (word, stem) => expect(reaches(word, stem)).toBe(false));
