// Made from this folder by `npm run generate`; a test compares the two.
import { agentName } from './agent-name.ts';
import { businessNumber } from './business-number.ts';
import { card } from './card.ts';
import { companyName } from './company-name.ts';
import { customerName } from './customer-name.ts';
import { date } from './date.ts';
import type { Detector } from './detector.ts';
import { displayName } from './display-name.ts';
import { duration } from './duration.ts';
import { email } from './email.ts';
import { emoticon } from './emoticon.ts';
import { emphasis } from './emphasis.ts';
import { end } from './end.ts';
import { garbled } from './garbled.ts';
import { iban } from './iban.ts';
import { idNumber } from './id-number.ts';
import { link } from './link.ts';
import { loneName } from './lone-name.ts';
import { money } from './money.ts';
import { name } from './name.ts';
import { namePlaceholder } from './name-placeholder.ts';
import { negation } from './negation.ts';
import { noReplyAddress } from './no-reply-address.ts';
import { number } from './number.ts';
import { pause } from './pause.ts';
import { phone } from './phone.ts';
import { placeholder } from './placeholder.ts';
import { quotedQuestion } from './quoted-question.ts';
import { secret } from './secret.ts';
import { sender } from './sender.ts';
import { start } from './start.ts';
import { surname } from './surname.ts';
import { time } from './time.ts';
import { workNumber } from './work-number.ts';

export const DETECTORS: readonly Detector[] = [
  agentName,
  businessNumber,
  card,
  companyName,
  customerName,
  date,
  displayName,
  duration,
  email,
  emoticon,
  emphasis,
  end,
  garbled,
  iban,
  idNumber,
  link,
  loneName,
  money,
  name,
  namePlaceholder,
  negation,
  noReplyAddress,
  number,
  pause,
  phone,
  placeholder,
  quotedQuestion,
  secret,
  sender,
  start,
  surname,
  time,
  workNumber,
];
