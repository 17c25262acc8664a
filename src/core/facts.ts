import type { Time } from './time.ts';

/**
 * What is known of a contact beside what was said: who called, how often it rang, who hung up. Each is optional;
 * a rule that asks for one is silent where it is not known. JSON fields write the same names with `_`.
 */
export const FACTS = {
  direction: {
    kind: 'choice',
    values: ['inbound', 'outbound'],
    about: 'Who began it: inbound where the customer did, outbound where we did.',
  },
  voicemail: {
    kind: 'choice',
    values: ['greeting', 'message'],
    about: 'What a voicemail is: our own greeting, or a message that we left. Makes the channel `voicemail`.',
  },
  visibility: {
    kind: 'choice',
    values: ['public', 'private'],
    about: 'Who can read it: everybody (a post), or the customer alone.',
  },
  'disconnected by': {
    kind: 'choice',
    values: ['agent', 'customer', 'system'],
    about: 'Who hung up first; system where the line broke.',
  },
  callback: { kind: 'flag', about: 'The call returns an earlier one of the customer.' },
  'missed call': { kind: 'flag', about: 'The call of the customer that is returned was not answered by us.' },
  'agreed time': { kind: 'moment', about: 'When the customer was promised to be called.' },
  lateness: {
    kind: 'length',
    about:
      'How long after the agreed time the call came. Worked out from `agreed time` and when it was said or `sent`.',
  },
  attempts: { kind: 'count', about: 'How often we tried in vain to reach the customer before.' },
  'new customer': { kind: 'flag', about: 'The customer has not bought anything before.' },
  purchase: { kind: 'flag', about: 'The customer bought something in this contact.' },
  bulk: { kind: 'flag', about: 'The same words go to many customers.' },
  sent: { kind: 'moment', about: 'When it was sent, or will be.' },
  'time zone': {
    kind: 'zone',
    about: 'Where the customer is: Asia/Almaty, +05:00; `same` where the times are theirs.',
  },
  'recipient time': { kind: 'moment', about: 'What the clock of the customer said when it was sent or dialled.' },
  rings: { kind: 'count', about: 'How often the phone rang before it was answered.' },
  'ring time': { kind: 'length', about: 'How long it rang.' },
  duration: { kind: 'length', about: 'How long the call or recording lasted.' },
  holds: { kind: 'count', about: 'How often the customer was put on hold.' },
  'hold time': { kind: 'length', about: 'How long the customer was on hold in all.' },
  transfers: { kind: 'count', about: 'How often the customer was passed on; worked out from the names of agents too.' },
  returns: { kind: 'count', about: 'How often the customer was passed on to where they had been before.' },
} as const satisfies Readonly<Record<string, FactKind>>;

/** Facts of a single message. */
export const MESSAGE_FACTS = {
  canned: { kind: 'flag', about: 'The words are a quick phrase or an automatic reply; nobody typed them.' },
  answered: { kind: 'flag', about: 'An agent or bot says something after it. Worked out.' },
  'on hold': { kind: 'flag', about: 'The customer was on hold just before it. Worked out from the times of holds.' },
} as const satisfies Readonly<Record<string, FactKind>>;

export type FactName = keyof typeof FACTS;
export type MessageFactName = keyof typeof MESSAGE_FACTS;

/** What a fact may be. Lengths are in milliseconds. */
export type FactKind = { readonly about: string } & (
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'flag' | 'count' | 'length' | 'moment' | 'zone' }
);

export type FactValue = string | number | boolean | Time;

type ValueOf<Kind> = Kind extends { readonly values: readonly (infer Value)[] }
  ? Value
  : Kind extends { readonly kind: 'flag' }
    ? boolean
    : Kind extends { readonly kind: 'moment' }
      ? Time
      : Kind extends { readonly kind: 'zone' }
        ? string
        : number;

export type Facts = { readonly [Name in FactName]?: ValueOf<(typeof FACTS)[Name]> | undefined };
export type MessageFacts = { readonly [Name in MessageFactName]?: boolean | undefined };

export const FACT_NAMES = Object.keys(FACTS) as readonly FactName[];

/** The customer waited, or was passed on, at some time of a call. */
export interface CallEvent {
  readonly kind: 'hold' | 'transfer';
  readonly start?: Time | undefined;
  readonly end?: Time | undefined;
  /** The department or person that the customer was passed on to. */
  readonly to?: string | undefined;
}
