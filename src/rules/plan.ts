import type { MailKind } from '../checks/check.ts';
import type { FactConditions } from '../checks/fact-conditions.ts';
import type { Figure, PRESETS } from '../checks/figure.ts';
import type { Wanted } from '../checks/wanted.ts';
import type { Channel, Role } from '../core/conversation.ts';
import type { DocumentKind } from '../core/document.ts';
import type { Severity } from '../core/finding.ts';
import type { FixSafety } from '../core/fix.ts';
import type { NameList } from '../detectors/detector.ts';
import type { Phrasebook } from '../matching/phrasebook.ts';
import type { Place } from './place.ts';
import type { Sentences } from './schema.ts';
import type { Toolbox } from './toolbox.ts';

/** Rules and phrases, ready to run. */
export interface Plan {
  readonly rules: readonly PlannedRule[];
  readonly book: Phrasebook;
  /** What its rules use; what ships where it is absent. */
  readonly tools?: Toolbox | undefined;
}

export interface PlannedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly preset: (typeof PRESETS)[number];
  readonly channels?: readonly Channel[] | undefined;
  readonly documents?: readonly DocumentKind[] | undefined;
  /** Kinds that a mail must all be of. */
  readonly mail?: readonly MailKind[] | undefined;
  readonly places: readonly Place[];
  /** Names without which the rule is silent. */
  readonly needs?: readonly NameList[] | undefined;
  readonly occasion?: Occasion | undefined;
  readonly checks: readonly PlannedCheck[];
  /** One of them must hold; none where the list is empty. */
  readonly onlyIf: readonly Condition[];
  readonly unless: readonly Condition[];
  readonly oncePer?: 'conversation' | 'reply' | undefined;
  /** What it finds is secret. */
  readonly masked: boolean;
  /** The readers of files report it; no check does. */
  readonly byReader: boolean;
  readonly say: Sentences;
  readonly instead?: Sentences | undefined;
  readonly fix?: PlannedFix | undefined;
}

/** How what the rule finds is mended. */
export interface PlannedFix {
  /** The name of a transform. */
  readonly by: string;
  readonly safety: FixSafety;
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

/** What `only if` and `unless` say: all that is named must hold. */
export interface Condition {
  readonly place?: Place | undefined;
  readonly wanted?: readonly Wanted[] | undefined;
  /** The words at fault stand there too. */
  readonly sameWords?: boolean | undefined;
  /** Something stands there beside these. */
  readonly beside?: readonly Wanted[] | undefined;
  /** What stands in the place has fewer characters. */
  readonly shorterThan?: Figure<number> | undefined;
  /** And here more. */
  readonly longerThan?: Figure<number> | undefined;
  /** There is such a place. */
  readonly thereIs?: Place | undefined;
  readonly channels?: readonly Channel[] | undefined;
  /** Milliseconds. */
  readonly waitedLessThan?: number | undefined;
  readonly facts?: FactConditions | undefined;
}
