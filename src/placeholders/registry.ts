// Made from this folder by `npm run generate`; a test compares the two.
import { chatwoot } from './chatwoot.ts';
import { freshdesk } from './freshdesk.ts';
import { front } from './front.ts';
import { gorgias } from './gorgias.ts';
import { helpScout } from './help-scout.ts';
import { intercom } from './intercom.ts';
import { osticket } from './osticket.ts';
import type { Vendor } from './vendor.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';

export const VENDORS: readonly Vendor[] = [
  chatwoot,
  freshdesk,
  front,
  gorgias,
  helpScout,
  intercom,
  osticket,
  zammad,
  zendesk,
];
