// Made from this folder by `npm run generate`; a test compares the two.
import { absence } from './absence.ts';
import { amounts } from './amounts.ts';
import { capitals } from './capitals.ts';
import type { Check } from './check.ts';
import { count } from './count.ts';
import { facts } from './facts.ts';
import { localHours } from './local-hours.ts';
import { presence } from './presence.ts';
import { repeatedWord } from './repeated-word.ts';
import { runs } from './runs.ts';
import { said } from './said.ts';
import { silence } from './silence.ts';
import { speakingTime } from './speaking-time.ts';
import { speechRate } from './speech-rate.ts';
import { typingSpeed } from './typing-speed.ts';
import { wait } from './wait.ts';

export const CHECKS: readonly Check[] = [
  absence,
  amounts,
  capitals,
  count,
  facts,
  localHours,
  presence,
  repeatedWord,
  runs,
  said,
  silence,
  speakingTime,
  speechRate,
  typingSpeed,
  wait,
];
