// Made from this folder by `npm run generate`; a test compares the two.
import { absence } from './absence.ts';
import { capitals } from './capitals.ts';
import type { Check } from './check.ts';
import { count } from './count.ts';
import { nearDuplicate } from './near-duplicate.ts';
import { pastDate } from './past-date.ts';
import { presence } from './presence.ts';
import { repeatedWord } from './repeated-word.ts';
import { runs } from './runs.ts';
import { twins } from './twins.ts';
import { unbalancedPlaceholder } from './unbalanced-placeholder.ts';
import { unknownPlaceholder } from './unknown-placeholder.ts';
import { unpersonalised } from './unpersonalised.ts';
import { wait } from './wait.ts';

export const CHECKS: readonly Check[] = [
  absence,
  capitals,
  count,
  nearDuplicate,
  pastDate,
  presence,
  repeatedWord,
  runs,
  twins,
  unbalancedPlaceholder,
  unknownPlaceholder,
  unpersonalised,
  wait,
];
