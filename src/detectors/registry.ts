// Made from this folder by `npm run generate`; a test compares the two.
import { agentName } from './agent-name.ts';
import { companyName } from './company-name.ts';
import { customerName } from './customer-name.ts';
import { date } from './date.ts';
import type { Detector } from './detector.ts';
import { digits } from './digits.ts';
import { duration } from './duration.ts';
import { email } from './email.ts';
import { emoticon } from './emoticon.ts';
import { link } from './link.ts';
import { loneName } from './lone-name.ts';
import { name } from './name.ts';
import { number } from './number.ts';
import { phone } from './phone.ts';
import { placeholder } from './placeholder.ts';
import { sender } from './sender.ts';
import { surname } from './surname.ts';
import { time } from './time.ts';

export const DETECTORS: readonly Detector[] = [
  agentName,
  companyName,
  customerName,
  date,
  digits,
  duration,
  email,
  emoticon,
  link,
  loneName,
  name,
  number,
  phone,
  placeholder,
  sender,
  surname,
  time,
];
