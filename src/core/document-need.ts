import type { FactName, MessageFactName } from './facts.ts';

/**
 * What must be known of a document beside its words before some rules can speak:
 * - `times` of messages, `end times` of messages
 * - `start`, `end`: the source holds the beginning, the end of the conversation
 * - `customer`: messages of the customer
 * - `agent names`, `company names`, `customer names`: from the configuration, the labels, or what was said
 */
export type DocumentNeed =
  | 'times'
  | 'end times'
  | 'mail headers'
  | 'start'
  | 'end'
  | 'customer'
  | 'agent names'
  | 'company names'
  | 'customer names';

/** What a rule cannot speak without; facts go by their own names. */
export type Need = DocumentNeed | FactName | MessageFactName;

/** One thing, or one of several. */
export type Needed = Need | readonly Need[];
