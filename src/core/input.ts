import type { Directive } from './directive.ts';
import type { Document } from './document.ts';
import type { Span } from './span.ts';

/** What reading a source gave. */
export interface ReadResult {
  readonly documents: readonly Document[];
  readonly problems: readonly InputProblem[];
  /** What stands beside the words to silence rules, in its order. */
  readonly directives?: readonly Directive[] | undefined;
}

/** Why a source, or a part of it, could not be linted. It is shown as a finding of the rule `id`, and the run ends with exit code 2. */
export interface InputProblem {
  readonly id:
    | 'input/malformed'
    | 'input/unknown-shape'
    | 'input/unknown-agent'
    | 'input/unknown-date-order'
    | 'input/unreadable'
    | 'input/scattered';
  readonly span: Span;
  /** What the rule's sentence names. */
  readonly data: Readonly<Record<string, string>>;
}
