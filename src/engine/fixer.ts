import type { Document } from '../core/document.ts';
import { textsOf } from '../core/document-texts.ts';
import type { Edit } from '../core/edit.ts';
import { applyEdits } from '../core/edit.ts';
import type { Finding, HiddenPlace } from '../core/finding.ts';
import type { Fix, FixObstacle, LeftOutFix } from '../core/fix.ts';
import { partitionPoint } from '../core/partition-point.ts';
import type { Source } from '../core/source.ts';
import type { Span } from '../core/span.ts';
import { Splices } from '../core/splices.ts';
import { expectedWords } from './expected-words.ts';

/** Reads and checks a source as a report would: with fixes, and with what is silenced marked as such. */
export type Look = (source: Source) => Promise<Seen>;

export interface Seen {
  readonly documents: readonly Document[];
  readonly findings: readonly Finding[];
  /** Something of the source could not be read, so it is not written. */
  readonly isBroken: boolean;
}

export interface FixedSource {
  /** As the fixes leave it. */
  readonly source: Source;
  /** Of the source as it was. */
  readonly edits: readonly Edit[];
  /** How many findings were mended. */
  readonly made: number;
  /** How many of those that are left could be mended by `--fix`, or by `--fix=unsafe` alone. */
  readonly left: { readonly safe: number; readonly unsafe: number };
  readonly leftOut: readonly LeftOutFix[];
  readonly isBroken: boolean;
  /** What no report may show of the source as it was. */
  readonly hidden: readonly HiddenPlace[];
}

export type WantedFixes = 'safe' | 'unsafe';

/** Makes the fixes of a source, round after round, until there is nothing more to mend. */
export async function fixSource(source: Source, look: Look, wanted: WantedFixes): Promise<FixedSource> {
  return new Fixer(source, look, wanted).run();
}

const MOST_ROUNDS = 10;
/** A fix that does not hold is looked for by halving; a file that resists all of them is given up. */
const MOST_TRIALS = 100;

/** A fix with the findings that it mends: two may need the same edits. */
interface Proposal {
  readonly fix: Fix;
  readonly finding: Finding;
  count: number;
}

/** A source at one moment. */
interface State {
  readonly source: Source;
  readonly seen: Seen;
}

class Fixer {
  readonly #first: Source;
  readonly #look: Look;
  readonly #wanted: WantedFixes;
  readonly #leftOut: LeftOutFix[] = [];
  /** What did not hold when it was tried. */
  readonly #rejected = new Set<string>();
  #trials = 0;

  constructor(source: Source, look: Look, wanted: WantedFixes) {
    this.#first = source;
    this.#look = look;
    this.#wanted = wanted;
  }

  async run(): Promise<FixedSource> {
    const { text, base } = this.#first;
    const splices = new Splices({ start: base.offset, end: base.offset + text.length });
    let state: State = { source: this.#first, seen: await this.#look(this.#first) };
    let made = 0;
    if (state.seen.isBroken)
      return { source: state.source, edits: [], made, left: NOTHING_LEFT, leftOut: [], isBroken: true, hidden: [] };
    // The findings of a document share one list.
    const hidden = [...new Set(state.seen.findings.map((finding) => finding.hidden ?? []))].flat();
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const proposals = this.#proposals(state.seen.findings);
      if (proposals.length === 0) break;
      const held = await this.#thoseThatHold(state, proposals);
      // Others may have waited for those that did not hold.
      if (held === undefined) continue;
      splices.add(editsOf(held.proposals), base.offset);
      made += held.proposals.reduce((sum, { count }) => sum + count, 0);
      state = held.state;
    }
    return {
      source: state.source,
      edits: splices.edits,
      made,
      left: this.#left(state.seen.findings),
      leftOut: this.#leftOut,
      isBroken: false,
      hidden,
    };
  }

  /** The fixes of this round: of those that overlap, the later one waits for the next. */
  #proposals(findings: readonly Finding[]): readonly Proposal[] {
    const proposals: Proposal[] = [];
    const twins = new Map<string, Proposal>();
    for (const finding of findings) {
      const { fix } = finding;
      if (fix === undefined || !this.#isWanted(finding) || this.#rejected.has(keyOf(finding, fix))) continue;
      const edits = JSON.stringify(fix.edits);
      const twin = twins.get(edits);
      if (twin !== undefined) {
        twin.count++;
        continue;
      }
      const proposal = { fix, finding, count: 1 };
      twins.set(edits, proposal);
      proposals.push(proposal);
    }
    return apart(proposals);
  }

  #isWanted({ fix, suppression }: Finding): boolean {
    if (fix === undefined || suppression !== undefined || fix.safety === 'suggestion') return false;
    return fix.safety === 'safe' || this.#wanted === 'unsafe';
  }

  /** As many of the fixes as hold together; undefined where none does. */
  async #thoseThatHold(
    state: State,
    proposals: readonly Proposal[],
  ): Promise<{ state: State; proposals: readonly Proposal[] } | undefined> {
    const tried = await this.#try(state, proposals);
    if ('source' in tried) return { state: tried, proposals };
    if (proposals.length === 1 || this.#trials > MOST_TRIALS) {
      for (const { finding, fix } of proposals) {
        this.#rejected.add(keyOf(finding, fix));
        this.#leftOut.push({ path: finding.path, rule: finding.rule, safety: fix.safety, obstacle: tried });
      }
      return undefined;
    }
    const middle = proposals.length >> 1;
    const first = await this.#thoseThatHold(state, proposals.slice(0, middle));
    const second = await this.#thoseThatHold(state, proposals.slice(middle));
    if (first === undefined || second === undefined) return first ?? second;
    const together = [...first.proposals, ...second.proposals];
    const both = await this.#try(state, together);
    return 'source' in both ? { state: both, proposals: together } : first;
  }

  /** The source with the fixes, or why they cannot be made: it must read as was meant, with no more to find fault with. */
  async #try({ source, seen }: State, proposals: readonly Proposal[]): Promise<State | FixObstacle> {
    this.#trials++;
    const edits = editsOf(proposals);
    const fixed: Source = { ...source, text: applyEdits(source.text, edits, source.base.offset) };
    const after = await this.#look(fixed);
    if (after.isBroken || !readsAsMeant(seen, after, proposals)) return { kind: 'misread' };
    const rules = new Set(proposals.map(({ finding }) => finding.rule));
    const grows = (of: (finding: Finding) => boolean) => countOf(after.findings, of) > countOf(seen.findings, of);
    if (grows(() => true) || [...rules].some((rule) => grows((finding) => finding.rule === rule)))
      return { kind: 'no gain' };
    return { source: fixed, seen: after };
  }

  #left(findings: readonly Finding[]): FixedSource['left'] {
    const open = findings.filter(
      (finding) =>
        finding.suppression === undefined &&
        finding.fix !== undefined &&
        !this.#rejected.has(keyOf(finding, finding.fix)),
    );
    return {
      safe: open.filter(({ fix }) => fix?.safety === 'safe').length,
      unsafe: open.filter(({ fix }) => fix?.safety === 'unsafe').length,
    };
  }
}

const NOTHING_LEFT = { safe: 0, unsafe: 0 };

function keyOf({ rule }: Finding, { edits }: Fix): string {
  return `${rule} ${JSON.stringify(edits)}`;
}

function editsOf(proposals: readonly Proposal[]): readonly Edit[] {
  return proposals.flatMap(({ fix }) => fix.edits);
}

/** Whether the order of the two would matter. */
function touches(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

/** The proposals without those whose edits touch one that comes before. */
function apart(proposals: readonly Proposal[]): readonly Proposal[] {
  const taken: Span[] = [];
  return proposals.filter(({ fix }) => {
    if (fix.edits.some(({ span }) => isTaken(taken, span))) return false;
    for (const { span } of fix.edits) taken.splice(placeOf(taken, span), 0, span);
    return true;
  });
}

/** @param taken in order, none touching another */
function isTaken(taken: readonly Span[], span: Span): boolean {
  const at = placeOf(taken, span);
  return [taken[at - 1], taken[at]].some((other) => other !== undefined && touches(span, other));
}

function placeOf(taken: readonly Span[], { start }: Span): number {
  return partitionPoint(taken, (other) => other.start >= start);
}

function countOf(findings: readonly Finding[], of: (finding: Finding) => boolean): number {
  return findings.filter((finding) => finding.suppression === undefined && of(finding)).length;
}

/** The same documents with the same texts, but for the words that were to change. */
function readsAsMeant(before: Seen, after: Seen, proposals: readonly Proposal[]): boolean {
  if (frameOf(before.documents) !== frameOf(after.documents)) return false;
  const texts = before.documents.flatMap(textsOf);
  const now = after.documents.flatMap(textsOf);
  if (texts.length !== now.length) return false;
  const changes = proposals.flatMap(({ fix }) =>
    fix.edits.map(({ span }, index) => ({ span, ...(fix.changes[index] as Fix['changes'][number]) })),
  );
  const expected = expectedWords(texts, changes);
  return expected !== undefined && now.every(({ words }, index) => words === expected[index]);
}

/** What was read beside the words of texts. */
function frameOf(documents: readonly Document[]): string {
  return JSON.stringify(documents.map(aboutOf));
}

function aboutOf(document: Document): unknown {
  switch (document.kind) {
    case 'draft':
      return [document.kind, document.channel, document.at, headersOf(document.mail)];
    case 'library':
      return document.entries.map(({ id, language, channel, title, mail }) => [
        id,
        language,
        channel,
        title === undefined,
        headersOf(mail),
      ]);
    case 'conversation': {
      const { messages, subject, ...about } = document.conversation;
      const said = messages.map(({ text, mail, ...rest }) => [rest, headersOf(mail)]);
      return [about, subject === undefined, said];
    }
  }
}

function headersOf(mail: { readonly headers: object } | undefined): readonly string[] | undefined {
  return mail === undefined ? undefined : Object.keys(mail.headers);
}
