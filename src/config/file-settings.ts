import type { Channel } from '../core/conversation.ts';
import type { DocumentKind } from '../core/document.ts';
import type { Facts } from '../core/facts.ts';
import type { OpeningHours } from '../core/opening-hours.ts';
import type { Config } from './config.ts';

/** What the configuration and the flags say of one file. */
export interface FileSettings {
  readonly kind?: DocumentKind | undefined;
  readonly channel?: Channel | undefined;
  readonly language?: string | undefined;
  readonly bulk?: boolean | undefined;
  readonly agents: readonly string[];
  readonly companies: readonly string[];
  readonly customers: readonly string[];
  readonly masks: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly dates?: 'day-first' | 'month-first' | undefined;
  readonly facts: Facts;
  readonly hours?: OpeningHours | undefined;
  /** Of the bytes, in place of what they look like. */
  readonly encoding?: string | undefined;
  /** Rows of one conversation are collected wherever they stand in a table. */
  readonly regroup?: boolean | undefined;
}

/** What a configuration says of the files that it holds for. */
export function settingsFor({ file }: Config): FileSettings {
  const { kind, channel, language, dates, encoding, agents, companies, customers, masks, facts, businessHours } = file;
  // What is said of mails is a fact of every contact, and the other way round.
  const bulk = file.bulk ?? facts?.bulk;
  return {
    kind,
    channel,
    language,
    dates,
    encoding,
    bulk,
    agents: agents ?? [],
    companies: companies ?? [],
    customers: customers ?? [],
    masks: masks ?? [],
    facts: bulk === undefined ? (facts ?? {}) : { bulk, ...facts },
    hours: businessHours,
    fields: (file.fields ?? {}) as Readonly<Record<string, string>>,
  };
}
