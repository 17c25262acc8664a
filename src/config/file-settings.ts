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

/** Tells whether a path fits globs; both are relative to the folder of the configuration, with forward slashes. */
export type PathMatcher = (path: string, globs: readonly string[]) => boolean;

/** The settings of a file: the configuration's own, then each entry of `files` that matches, the last one winning; lists add up. */
export function settingsFor({ file }: Config, path: string, matches: PathMatcher): FileSettings {
  const layers = [
    file,
    ...(file.files ?? []).filter(({ match }) => matches(path, typeof match === 'string' ? [match] : match)),
  ];
  const last = <Key extends 'channel' | 'language' | 'encoding' | 'bulk' | 'dates'>(key: Key) =>
    layers.findLast((layer) => layer[key] !== undefined)?.[key];
  const all = (key: 'agents' | 'companies' | 'customers' | 'masks') => layers.flatMap((layer) => layer[key] ?? []);
  const facts = Object.assign({}, ...layers.map((layer) => layer.facts ?? {})) as Facts;
  // What is said of mails is a fact of every contact, and the other way round.
  const bulk = last('bulk') ?? facts.bulk;
  return {
    kind: layers.map((layer) => ('kind' in layer ? layer.kind : undefined)).findLast((kind) => kind !== undefined),
    channel: last('channel'),
    language: last('language'),
    dates: last('dates'),
    encoding: last('encoding'),
    bulk,
    agents: all('agents'),
    companies: all('companies'),
    customers: all('customers'),
    masks: all('masks'),
    facts: bulk === undefined ? facts : { bulk, ...facts },
    hours: layers.findLast((layer) => layer.businessHours !== undefined)?.businessHours,
    fields: Object.assign({}, ...layers.map((layer) => layer.fields ?? {})) as Readonly<Record<string, string>>,
  };
}
