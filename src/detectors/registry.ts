// Made from this folder by `npm run generate`; a test compares the two.
import { agentName } from './agent-name.ts';
import { companyName } from './company-name.ts';
import { date } from './date.ts';
import type { Detector } from './detector.ts';
import { duration } from './duration.ts';
import { garbled } from './garbled.ts';
import { name } from './name.ts';
import { number } from './number.ts';
import { placeholder } from './placeholder.ts';
import { time } from './time.ts';

export const DETECTORS: readonly Detector[] = [
  agentName,
  companyName,
  date,
  duration,
  garbled,
  name,
  number,
  placeholder,
  time,
];
