import type { Channel, Conversation, Message } from '../core/conversation.ts';
import type { Finding, Severity } from '../core/finding.ts';
import { startOf } from '../core/finding.ts';
import type { SetupPlace } from '../core/setup-error.ts';
import type { Lines } from '../core/source.ts';
import type { Range } from '../core/span.ts';
import { sentencesOf } from '../matching/sentences.ts';
import { Examples } from './examples.ts';
import type { Label } from './label.ts';
import { replyNumbers } from './replies.ts';
import type { Score } from './score.ts';
import { Tally } from './score.ts';

/** A conversation with what the rules found in it. */
export interface CheckedConversation {
  readonly conversation: Conversation;
  readonly findings: readonly Finding[];
  readonly path: string;
  /** 1-based line where the conversation begins. */
  readonly line: number;
  lines(): Lines;
  readonly channel: Channel | undefined;
  readonly language: string | undefined;
  /** The rules that ran, by their ids. */
  readonly rules: ReadonlyMap<string, RunRule>;
}

export interface RunRule {
  readonly severity: Severity;
  /** A finding fits a label anywhere in its reply, not in its message alone. */
  readonly isAboutReply: boolean;
}

/** A label that names something that is not there, or a conversation that cannot be told from another. */
export type LabelMistake = { readonly place: SetupPlace; readonly labels: number } & (
  | { readonly kind: 'unknown-conversation' | 'repeated-conversation'; readonly conversation: string }
  | { readonly kind: 'unknown-message'; readonly conversation: string; readonly message: number }
  | { readonly kind: 'not-the-agents'; readonly conversation: string; readonly message: number }
  | { readonly kind: 'outside-message'; readonly conversation: string; readonly message: number }
  | { readonly kind: 'unknown-rule'; readonly rule: string }
);

/** The score of a rule in conversations of one language and channel. */
export interface PartScore {
  readonly language: string | undefined;
  readonly channel: Channel | undefined;
  readonly score: Score;
}

export interface RuleScore {
  readonly rule: string;
  readonly score: Score;
  readonly parts: readonly PartScore[];
}

export interface EvaluationResult {
  /** In the order of their ids. */
  readonly rules: readonly RuleScore[];
  readonly total: Score;
  readonly parts: readonly PartScore[];
  /** Findings of rules that nobody looked for when labelling, by rule. */
  readonly notJudged: ReadonlyMap<string, number>;
  /** Labels of rules that the settings leave out, by rule. */
  readonly notRun: ReadonlyMap<string, number>;
  readonly misses: Examples;
  readonly falseAlarms: Examples;
  readonly mistakes: readonly LabelMistake[];
  readonly conversations: {
    readonly evaluated: number;
    /** Read, so it is supposed, and nothing to say. */
    readonly withoutLabels: number;
    /** Without an id that labels could name. */
    readonly unnamed: number;
  };
}

/** What is to be found out. */
export interface Question {
  readonly labels: readonly Label[];
  /** Whether a rule was looked for in every conversation, so that a finding without a label is a false alarm. */
  isJudged(rule: string): boolean;
  /** Whether a rule was asked about; the others' labels and findings are nobody's concern. */
  isWanted(rule: string): boolean;
}

/** Compares findings with labels, conversation by conversation. */
export class Evaluation {
  readonly #labels: ReadonlyMap<string, readonly Label[]>;
  readonly #question: Question;
  /** Conversations with labels that were compared. */
  readonly #seen = new Set<string>();
  readonly #cells = new Map<string, Map<string, Cell>>();
  readonly #notJudged = new Map<string, number>();
  readonly #notRun = new Map<string, number>();
  readonly #misses = new Examples();
  readonly #falseAlarms = new Examples();
  readonly #mistakes: LabelMistake[] = [];
  #evaluated = 0;
  #withoutLabels = 0;
  #unnamed = 0;

  constructor(question: Question) {
    this.#question = question;
    this.#labels = groupedBy(question.labels, ({ conversation }) => conversation);
  }

  add(checked: CheckedConversation): void {
    const { id } = checked.conversation;
    if (id === undefined) {
      this.#unnamed++;
      return;
    }
    const labels = this.#labels.get(id) ?? [];
    if (labels.length > 0 && this.#seen.has(id)) {
      const place = { path: checked.path, line: checked.line };
      this.#mistakes.push({ kind: 'repeated-conversation', conversation: id, place, labels: labels.length });
      return;
    }
    this.#evaluated++;
    if (labels.length === 0) this.#withoutLabels++;
    else this.#seen.add(id);
    const messages = new Map(checked.conversation.messages.map((message) => [message.index, message]));
    const labelsByRule = groupedBy(
      labels.filter((label) => this.#fits(label, messages)),
      ({ rule }) => rule,
    );
    const findingsByRule = groupedBy(checked.findings, ({ rule }) => rule);
    const replies = replyNumbers(checked.conversation.messages);
    for (const rule of new Set([...labelsByRule.keys(), ...findingsByRule.keys()])) {
      if (!this.#question.isWanted(rule)) continue;
      const ruleLabels = labelsByRule.get(rule) ?? [];
      const ruleFindings = findingsByRule.get(rule) ?? [];
      const run = checked.rules.get(rule);
      if (!this.#question.isJudged(rule)) addTo(this.#notJudged, rule, ruleFindings.length);
      else if (run === undefined) addTo(this.#notRun, rule, ruleLabels.length);
      else {
        const unitOf = (message: number) => (run.isAboutReply ? replies.get(message) : undefined) ?? -message;
        this.#compare({ rule, run, labels: ruleLabels, findings: ruleFindings, unitOf, messages, checked });
      }
    }
  }

  /** @param knownRules rules that exist, on or off */
  result(knownRules: ReadonlySet<string>): EvaluationResult {
    const parts = new Map<string, Cell>();
    const total = new Tally();
    const rules = [...this.#cells].sort(byName).map(([rule, cells]): RuleScore => {
      const tally = new Tally();
      for (const [key, { language, channel, tally: own }] of cells) {
        tally.addAll(own);
        const part = parts.get(key) ?? { language, channel, tally: new Tally() };
        parts.set(key, part);
        part.tally.addAll(own);
      }
      total.addAll(tally);
      return { rule, score: tally.score, parts: partsOf(cells) };
    });
    const unknownRules = this.#unknownRules(knownRules);
    return {
      rules,
      total: total.score,
      parts: partsOf(parts),
      notJudged: new Map([...this.#notJudged].sort(byName)),
      notRun: new Map([...this.#notRun].filter(([rule]) => knownRules.has(rule)).sort(byName)),
      misses: this.#misses,
      falseAlarms: this.#falseAlarms,
      mistakes: [...this.#mistakes, ...this.#missingConversations(), ...unknownRules].sort(byPlace),
      conversations: { evaluated: this.#evaluated, withoutLabels: this.#withoutLabels, unnamed: this.#unnamed },
    };
  }

  #compare({ rule, run, labels, findings, unitOf, messages, checked }: Comparison): void {
    const { tally } = this.#cellFor(rule, checked);
    const found = new Set(findings.map((finding) => unitOf(messageOf(finding))));
    for (const label of labels) {
      if (!label.isSure) continue;
      const message = messages.get(label.message) as Message;
      const isFound = found.has(unitOf(label.message));
      const range = label.range ?? { start: 0, end: message.text.words.length };
      tally.addLabel(sentencesAround(message.text.words, range), isFound);
      if (!isFound)
        this.#misses.add(rule, message.text.words.slice(range.start, range.end), () => ({
          ...exampleAt(checked, run, label.message, message),
          ...checked.lines().position(message.text.locate(range).spans[0]?.start ?? 0),
        }));
    }
    const sure = new Set(labels.filter(({ isSure }) => isSure).map(({ message }) => unitOf(message)));
    const all = new Set(labels.map(({ message }) => unitOf(message)));
    for (const finding of findings) {
      const unit = unitOf(messageOf(finding));
      const verdict = sure.has(unit) ? 'right' : all.has(unit) ? 'undecided' : 'wrong';
      tally.addFinding(verdict);
      if (verdict === 'wrong')
        this.#falseAlarms.add(rule, finding.words, () => ({
          ...exampleAt(checked, run, messageOf(finding), messages.get(messageOf(finding))),
          ...checked.lines().position(startOf(finding)),
        }));
    }
  }

  #cellFor(rule: string, { language, channel }: CheckedConversation): Cell {
    const cells = this.#cells.get(rule) ?? new Map<string, Cell>();
    this.#cells.set(rule, cells);
    const key = `${language ?? ''} ${channel ?? ''}`;
    const cell = cells.get(key) ?? { language, channel, tally: new Tally() };
    cells.set(key, cell);
    return cell;
  }

  /** Whether the label names a message that the agent wrote, and words in it. */
  #fits({ conversation, message, range, place }: Label, messages: ReadonlyMap<number, Message>): boolean {
    const named = messages.get(message);
    const mistake = (kind: 'unknown-message' | 'not-the-agents' | 'outside-message') => {
      this.#mistakes.push({ kind, conversation, message, place, labels: 1 });
      return false;
    };
    if (named === undefined) return mistake('unknown-message');
    if (named.role !== 'agent') return mistake('not-the-agents');
    if (range !== undefined && range.end > named.text.words.length) return mistake('outside-message');
    return true;
  }

  #missingConversations(): readonly LabelMistake[] {
    return [...this.#labels]
      .filter(([id]) => !this.#seen.has(id))
      .map(([conversation, labels]) => ({
        kind: 'unknown-conversation',
        conversation,
        place: (labels[0] as Label).place,
        labels: labels.length,
      }));
  }

  #unknownRules(known: ReadonlySet<string>): readonly LabelMistake[] {
    const unknown = groupedBy(
      [...this.#labels.values()].flat().filter(({ rule }) => !known.has(rule) && this.#question.isWanted(rule)),
      ({ rule }) => rule,
    );
    return [...unknown].map(([rule, labels]) => ({
      kind: 'unknown-rule',
      rule,
      place: (labels[0] as Label).place,
      labels: labels.length,
    }));
  }
}

interface Cell {
  readonly language: string | undefined;
  readonly channel: Channel | undefined;
  readonly tally: Tally;
}

/** What a rule found in a conversation beside what its labels say. */
interface Comparison {
  readonly rule: string;
  readonly run: RunRule;
  readonly labels: readonly Label[];
  readonly findings: readonly Finding[];
  /** A number for the reply, or the message, that a message is matched as. */
  unitOf(message: number): number;
  readonly messages: ReadonlyMap<number, Message>;
  readonly checked: CheckedConversation;
}

function exampleAt({ path, conversation }: CheckedConversation, run: RunRule, index: number, message?: Message) {
  return {
    severity: run.severity,
    path,
    conversation: conversation.id as string,
    message: index,
    said: message?.text.words ?? '',
  };
}

/** A finding outside the messages, in a subject, stands in none of them. */
function messageOf({ messageIndex }: Finding): number {
  return messageIndex ?? Number.MAX_SAFE_INTEGER;
}

/** The sentences that a range touches, as one string; the range itself where it touches none. */
function sentencesAround(words: string, { start, end }: Range): string {
  const touched = sentencesOf(words).filter((one) => one.start < Math.max(end, start + 1) && start < one.end);
  const first = touched[0];
  return first === undefined ? words.slice(start, end) : words.slice(first.start, touched.at(-1)?.end);
}

function partsOf(cells: ReadonlyMap<string, Cell>): readonly PartScore[] {
  return (
    [...cells]
      .sort(byName)
      .map(([, { language, channel, tally }]) => ({ language, channel, score: tally.score }))
      // Labels that are not sure may be all that there is.
      .filter(({ score }) => score.labels + score.findings > 0)
  );
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}

function addTo(counts: Map<string, number>, key: string, count: number): void {
  if (count > 0) counts.set(key, (counts.get(key) ?? 0) + count);
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byPlace({ place: a }: LabelMistake, { place: b }: LabelMistake): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : (a.line ?? 0) - (b.line ?? 0);
}
