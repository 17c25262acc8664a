import type { Figure, PRESETS } from '../checks/figure.ts';
import type { Wanted } from '../checks/wanted.ts';
import type { Channel, Role } from '../core/conversation.ts';
import type { DocumentKind } from '../core/document.ts';
import type { Severity } from '../core/finding.ts';
import type { Phrasebook } from '../matching/phrasebook.ts';
import type { Place } from './place.ts';
import type { Sentences } from './schema.ts';

/** Rules and phrases, ready to run. */
export interface Plan {
  readonly rules: readonly PlannedRule[];
  readonly book: Phrasebook;
}

export interface PlannedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly preset: (typeof PRESETS)[number];
  readonly channels?: readonly Channel[] | undefined;
  readonly documents?: readonly DocumentKind[] | undefined;
  readonly place: Place;
  readonly occasion?: Occasion | undefined;
  readonly checks: readonly PlannedCheck[];
  readonly unless: readonly Exception[];
  readonly oncePer?: 'conversation' | 'reply' | undefined;
  /** The readers of files report it; no check does. */
  readonly byReader: boolean;
  readonly say: Sentences;
  readonly instead?: Sentences | undefined;
}

/** A mechanism with its options, by the name of its file. */
export interface PlannedCheck {
  readonly check: string;
  readonly options: unknown;
}

/** What makes a rule speak. */
export type Occasion =
  | { readonly kind: 'says'; readonly role: Role; readonly wanted: readonly Wanted[] }
  | { readonly kind: 'waits'; readonly longerThan: Figure<number> };

export interface Exception {
  readonly place?: Place | undefined;
  readonly wanted?: readonly Wanted[] | undefined;
  /** What does not stand there. */
  readonly lacking?: readonly Wanted[] | undefined;
  /** More words than this stand there. */
  readonly longerThan?: Figure<number> | undefined;
  readonly channels?: readonly Channel[] | undefined;
  /** Milliseconds. */
  readonly waitedLessThan?: number | undefined;
}
