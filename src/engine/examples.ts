import type { Channel } from '../core/conversation.ts';
import type { Document, DocumentKind } from '../core/document.ts';
import type { Span } from '../core/span.ts';
import type { DetectorContext } from '../detectors/detector.ts';
import { cannedReplies } from '../matching/canned-replies.ts';
import type { Plan } from '../rules/plan.ts';
import type { ExampleFile, RuleFile } from '../rules/schema.ts';
import { createLinter } from './linter.ts';

/** What an example of a rule says, and what the rule makes of it. */
export interface ExampleResult {
  readonly kind: 'bad' | 'good';
  /** Without the brackets around expected findings. */
  readonly text: string;
  readonly expected: readonly Span[];
  readonly found: readonly Span[];
  /** The text could not be read as a conversation, draft or library. */
  readonly isUnreadable: boolean;
  readonly documents: readonly Document[];
  readonly names: DetectorContext;
}

/** Reads the text of an example as a user's file would be read. */
export type ExampleReader = (
  text: string,
  settings: {
    readonly kind: DocumentKind | undefined;
    readonly channel: Channel | undefined;
    readonly agents: readonly string[];
  },
) => readonly Document[];

/** Runs every example of a rule with that rule alone. */
export function runExamples(rule: RuleFile, plan: Plan, read: ExampleReader): readonly ExampleResult[] {
  return (['bad', 'good'] as const).flatMap((kind) =>
    [rule.examples?.[kind] ?? []].flat().map((example) => runExample(kind, example, rule.id, plan, read)),
  );
}

/** Whether a rule finds in an example what its author expects; a bad one must expect something. */
export function agrees({ expected, found, isUnreadable, kind }: ExampleResult): boolean {
  if (isUnreadable || (kind === 'bad' && expected.length === 0)) return false;
  return JSON.stringify(expected) === JSON.stringify(found);
}

function runExample(
  kind: 'bad' | 'good',
  example: ExampleFile,
  id: string,
  plan: Plan,
  read: ExampleReader,
): ExampleResult {
  const written = typeof example === 'string' ? { text: example } : example;
  const { text, expected } = withoutMarks(written.text);
  const { agents = [], companies = [], customers = [], preset = 'recommended', channel, facts, today } = written;
  const canned =
    written.canned && cannedReplies(written.canned.map((words, index) => ({ name: `#${index + 1}`, words })));
  const linter = createLinter(plan, { presets: [preset], rules: {}, only: [id] });
  const names = { agents, companies, customers, masks: [] };
  const documents = read(text, { kind: written.kind, channel, agents });
  const found = documents
    .flatMap((document) =>
      linter.check(document, {
        path: 'example',
        channel,
        facts,
        names,
        today,
        canned,
      }),
    )
    .flatMap(({ spans }) => spans);
  return { kind, text, expected, found, isUnreadable: documents.length === 0, documents, names };
}

/** The text without ⟦ and ⟧, and the spans that they stood around. */
function withoutMarks(marked: string): { text: string; expected: readonly Span[] } {
  const expected: Span[] = [];
  let text = '';
  let start: number | undefined;
  for (const sign of marked) {
    if (sign === '⟦') start = text.length;
    else if (sign === '⟧') {
      expected.push({ start: start ?? 0, end: text.length });
      start = undefined;
    } else text += sign;
  }
  return { text, expected };
}
