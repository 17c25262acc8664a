// Made from this folder by `npm run generate`; a test compares the two.
import { absence } from './absence.ts';
import { allOf } from './all-of.ts';
import { amounts } from './amounts.ts';
import { blank } from './blank.ts';
import { capitals } from './capitals.ts';
import { characters } from './characters.ts';
import type { Check } from './check.ts';
import { count } from './count.ts';
import { facts } from './facts.ts';
import { fonts } from './fonts.ts';
import { lineWidth } from './line-width.ts';
import { lines } from './lines.ts';
import { localHours } from './local-hours.ts';
import { misplacedMarks } from './misplaced-marks.ts';
import { nearDuplicate } from './near-duplicate.ts';
import { order } from './order.ts';
import { paragraph } from './paragraph.ts';
import { part } from './part.ts';
import { pastDate } from './past-date.ts';
import { presence } from './presence.ts';
import { repeatedWord } from './repeated-word.ts';
import { runs } from './runs.ts';
import { said } from './said.ts';
import { silence } from './silence.ts';
import { speakingTime } from './speaking-time.ts';
import { speechRate } from './speech-rate.ts';
import { steps } from './steps.ts';
import { twins } from './twins.ts';
import { typingSpeed } from './typing-speed.ts';
import { unbalancedPlaceholder } from './unbalanced-placeholder.ts';
import { unknownPlaceholder } from './unknown-placeholder.ts';
import { unpersonalised } from './unpersonalised.ts';
import { wait } from './wait.ts';

export const CHECKS: readonly Check[] = [
  absence,
  allOf,
  amounts,
  blank,
  capitals,
  characters,
  count,
  facts,
  fonts,
  lineWidth,
  lines,
  localHours,
  misplacedMarks,
  nearDuplicate,
  order,
  paragraph,
  part,
  pastDate,
  presence,
  repeatedWord,
  runs,
  said,
  silence,
  speakingTime,
  speechRate,
  steps,
  twins,
  typingSpeed,
  unbalancedPlaceholder,
  unknownPlaceholder,
  unpersonalised,
  wait,
];
