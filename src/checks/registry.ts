// Made from this folder by `npm run generate`; a test compares the two.
import { absence } from './absence.ts';
import { allOf } from './all-of.ts';
import { blank } from './blank.ts';
import { capitals } from './capitals.ts';
import { characters } from './characters.ts';
import type { Check } from './check.ts';
import { count } from './count.ts';
import { fonts } from './fonts.ts';
import { lineWidth } from './line-width.ts';
import { lines } from './lines.ts';
import { paragraph } from './paragraph.ts';
import { part } from './part.ts';
import { presence } from './presence.ts';
import { repeatedWord } from './repeated-word.ts';
import { runs } from './runs.ts';
import { steps } from './steps.ts';
import { wait } from './wait.ts';

export const CHECKS: readonly Check[] = [
  absence,
  allOf,
  blank,
  capitals,
  characters,
  count,
  fonts,
  lineWidth,
  lines,
  paragraph,
  part,
  presence,
  repeatedWord,
  runs,
  steps,
  wait,
];
