import { describe, expect, test } from 'vitest';
import { date } from '../../src/detectors/date.ts';
import type { Detector } from '../../src/detectors/detector.ts';
import { NO_CONTEXT } from '../../src/detectors/detector.ts';
import { duration } from '../../src/detectors/duration.ts';
import { name } from '../../src/detectors/name.ts';
import { time } from '../../src/detectors/time.ts';
import { foldingFor } from '../../src/matching/fold.ts';

/** What a detector finds in Kazakh and in the Russian that is mixed into it; the longest of those that overlap. */
function found(detector: Detector, words: string): string[] {
  const kept: { start: number; end: number }[] = [];
  for (const range of detector.find({ words, folded: foldingFor('none').words(words) }, NO_CONTEXT))
    if (range.start >= (kept.at(-1)?.end ?? 0)) kept.push(range);
  return kept.map(({ start, end }) => words.slice(start, end));
}

describe('durations', () => {
  test.each([
    ['2-3 жұмыс күні ішінде жауап береміз', '2-3 жұмыс күні'],
    ['Бес жұмыс күнінің ішінде', 'Бес жұмыс күнінің'],
    ['10 (он) күнтізбелік күнге дейін', '10 (он) күнтізбелік күнге'],
    ['5 минуттан кейін', '5 минуттан'],
    ['бес-он минуттай күтіңіз', 'бес-он минуттай'],
    ['бір жарым сағатта', 'бір жарым сағатта'],
    ['жарты сағаттан соң', 'жарты сағаттан'],
    ['Бир-еки кунде хабарласамыз', 'Бир-еки кунде'],
    ['бірнеше минут', 'бірнеше минут'],
    ['тәулік ішінде', 'тәулік ішінде'],
    ['апта ішінде', 'апта ішінде'],
    ['30 мин. ішінде', '30 мин.'],
    ['72 сағ. ішінде', '72 сағ.'],
    ['3 рабочий күн', '3 рабочий күн'],
    ['2 рабочих дня', '2 рабочих дня'],
    ['5-7 дней', '5-7 дней'],
    ['через полчаса звандаймын', 'через полчаса'],
    ['в течение часа', 'в течение часа'],
    ['пару минут', 'пару минут'],
    ['12 айлық кепілдік', '12 айлық'],
  ])('%s', (words, expected) => expect(found(duration, words)).toEqual([expected]));

  test.each(['1 айфон', '2 айырмашылық', 'жақын арада', 'аз уақытта', 'бір кунжут', '15 000 теңге', 'алдағы күндері'])(
    'none: %s',
    (words) => expect(found(duration, words)).toEqual([]),
  );
});

describe('dates', () => {
  test.each([
    ['ертең кешке дейін', 'ертең'],
    ['Ертенге дейин', 'Ертенге'],
    ['бүгінгі күні', 'бүгінгі'],
    ['дүйсенбіге дейін', 'дүйсенбіге'],
    ['жұмадан қалмай', 'жұмадан'],
    ['апта соңына дейін', 'апта соңына'],
    ['аптаның аяғында', 'аптаның аяғында'],
    ['жұмыс күнінің соңына дейін', 'күнінің соңына'],
    ['айдың 15-іне дейін', 'айдың 15-іне'],
    ['25-інде түседі', '25-інде'],
    ['15 мамырға дейін', '15 мамырға'],
    ['мамырдың 3-і күні', 'мамырдың 3-і'],
    ['қыркүйекте ашылады', 'қыркүйекте'],
    ['03.05 күні', '03.05'],
    ['03.05-ке дейін', '03.05-ке'],
    ['келесі аптада', 'келесі аптада'],
    ['бүрсігүні', 'бүрсігүні'],
    ['до пятницы', 'до пятницы'],
    ['до конца недели', 'конца недели'],
    ['25 августа', '25 августа'],
  ])('%s', (words, expected) => expect(found(date, words)).toEqual([expected]));

  test.each(['Жұмабай мырза', 'Жумагүл', 'алдағы күндері', 'бағасы 3.50', 'Наурызбай', 'майонез'])(
    'none: %s',
    (words) => expect(found(date, words)).toEqual([]),
  );
});

describe('times', () => {
  test.each([
    ['сағат 17:00-ге дейін', 'сағат 17:00-ге'],
    ['сагат 5-ке дейин', 'сагат 5-ке'],
    ['сағат бестен кейін', 'сағат бестен'],
    ['сағат он екіге', 'сағат он екіге'],
    ['сағат үш жарымда', 'сағат үш жарымда'],
    ['18-00-ге дейін', '18-00-ге'],
    ['кешкі алтыға дейін', 'кешкі алтыға'],
    ['түстен кейін', 'түстен кейін'],
    ['кешке дейін', 'кешке дейін'],
    ['до 18 часов', 'до 18 часов'],
    ['после обеда', 'после обеда'],
  ])('%s', (words, expected) => expect(found(time, words)).toEqual([expected]));

  test.each(['24 сағат бойы', 'бірнеше сағат сайын', 'до 5 000 тенге', 'түсініктеме'])('none: %s', (words) =>
    expect(found(time, words)).toEqual([]),
  );
});

test('a name is found before the Kazakh ending that says “I am”', () => {
  const at = (words: string) =>
    name
      .find({ words, folded: foldingFor('none').words(words) }, NO_CONTEXT)
      .map(({ start, end }) => words.slice(start, end));
  expect(at('Айгүлмін')).toContain('Айгүл');
  expect(at('Ерланмын')).toContain('Ерлан');
  expect(at('Сәлеметсіз бе, Данамын')).toContain('Дана');
  expect(at('Kaspi.kz-тен Дана')).toContain('Kaspi.kz');
  expect(at('Halyk Bank-тен Дана')).toContain('Bank');
  expect(at('Тексеремін')).toEqual(['Тексеремін']);
  expect(at('Сәлем! Тексеремін')).not.toContain('Тексере');
});
