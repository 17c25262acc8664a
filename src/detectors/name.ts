import type { Detector } from './detector.ts';
import { Expression, inReadingOrder, rangesOf } from './detector.ts';
import { SURNAMES } from './surname.ts';

export const name: Detector = {
  name: 'name',
  about: "A person's name where a phrase expects one: Ben, Anne-Marie Li, 小敏, 王芳, Айгүл",
  find: ({ words, folded }) =>
    inReadingOrder([
      ...rangesOf(ONE_CAPITALISED, words),
      ...rangesOf(CAPITALISED, words),
      ...rangesOf(BEFORE_FIRST_PERSON, words),
      ...rangesOf(BEFORE_HYPHEN, words),
      ...rangesOf(NICKNAME, folded),
      ...rangesOf(SHORT_CHINESE, folded),
      ...rangesOf(LONG_CHINESE, folded),
    ]),
};

/** A Han character before it is no edge of a word: 客服Amy. */
const CAPITAL = "(?<![\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}'’])\\p{Lu}[\\p{Ll}\\p{Lu}\\p{M}]*(?:['’-]\\p{L}+)*";

/** The first word alone and the whole run are both names: "Ben from Contoso", "Anna Li". */
const ONE_CAPITALISED = new Expression(CAPITAL);
const CAPITALISED = new Expression(`${CAPITAL}(?: ${CAPITAL}){1,2}`);

/**
 * The name in Айгүлмін, "I am Aigul". After a vowel or п it could as well be a verb (тексеремін, барыппын), so there
 * the word must stand inside a sentence, where a capital letter shows a name.
 */
const BEFORE_FIRST_PERSON =
  /(?:(?<![\p{L}\p{N}'’])\p{Lu}\p{Ll}+[бвгғджзкқлмнңрстфхһцчшщь]|(?<=[\p{L}\p{N},»"“”] )\p{Lu}\p{Ll}+[аәеёіиоөуұүыэюяйп])(?=[мбп][ыіи]н(?![\p{L}\p{N}]))/gu;

/** The name in Kaspi-ден and Beeline-ның: Kazakh endings follow foreign names after a hyphen. */
const BEFORE_HYPHEN = /(?<![\p{L}\p{N}'’])\p{Lu}[\p{L}\p{M}]*(?:\.\p{L}+)?(?=-[дтн][аеыі][нң](?![\p{L}\p{N}]))/gu;

/** 小敏, 阿岚, 可可 and the like; a shop's agents go by nicknames. */
const NICKNAME = /[小阿老]\p{Script=Han}{1,2}|(\p{Script=Han})\1/gu;

/** One and two characters after the surname are both names: 王芳为您服务. */
const SHORT_CHINESE = new Expression(`[${SURNAMES}]\\p{Script=Han}`);
const LONG_CHINESE = new Expression(`[${SURNAMES}](?:\\p{Script=Han}{2})`);
