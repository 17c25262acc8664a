// Made from this folder by `npm run generate`; a test compares the two.
import { agentName } from './agent-name.ts';
import { businessNumber } from './business-number.ts';
import { card } from './card.ts';
import { companyName } from './company-name.ts';
import { date } from './date.ts';
import type { Detector } from './detector.ts';
import { displayName } from './display-name.ts';
import { duration } from './duration.ts';
import { email } from './email.ts';
import { emoticon } from './emoticon.ts';
import { emphasis } from './emphasis.ts';
import { iban } from './iban.ts';
import { idNumber } from './id-number.ts';
import { link } from './link.ts';
import { money } from './money.ts';
import { name } from './name.ts';
import { namePlaceholder } from './name-placeholder.ts';
import { noReplyAddress } from './no-reply-address.ts';
import { number } from './number.ts';
import { phone } from './phone.ts';
import { placeholder } from './placeholder.ts';
import { quotedQuestion } from './quoted-question.ts';
import { secret } from './secret.ts';
import { time } from './time.ts';

export const DETECTORS: readonly Detector[] = [
  agentName,
  businessNumber,
  card,
  companyName,
  date,
  displayName,
  duration,
  email,
  emoticon,
  emphasis,
  iban,
  idNumber,
  link,
  money,
  name,
  namePlaceholder,
  noReplyAddress,
  number,
  phone,
  placeholder,
  quotedQuestion,
  secret,
  time,
];
