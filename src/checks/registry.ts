// Made from this folder by `npm run generate`; a test compares the two.
import { absence } from './absence.ts';
import { capitals } from './capitals.ts';
import type { Check } from './check.ts';
import { count } from './count.ts';
import { order } from './order.ts';
import { presence } from './presence.ts';
import { repeatedWord } from './repeated-word.ts';
import { runs } from './runs.ts';
import { wait } from './wait.ts';

export const CHECKS: readonly Check[] = [absence, capitals, count, order, presence, repeatedWord, runs, wait];
