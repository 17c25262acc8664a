import type { Finding } from '../../src/core/finding.ts';
import type { Source } from '../../src/core/source.ts';
import { linesOf } from '../../src/core/source.ts';
import type { Linter } from '../../src/engine/linter.ts';
import { createLinter } from '../../src/engine/linter.ts';
import { sentenceFor } from '../../src/engine/sentence.ts';
import type { FormatSettings } from '../../src/formats/format.ts';
import { readDocument, syntaxOf } from '../../src/formats/read-document.ts';
import { en } from '../../src/locales/en.ts';
import type { Reading } from '../../src/node/sources.ts';
import { isProblem } from '../../src/node/sources.ts';
import { json } from '../../src/reporters/json.ts';
import { pretty } from '../../src/reporters/pretty.ts';
import type { ReportContext, Reporter, SourceReport } from '../../src/reporters/reporter.ts';
import { PLAIN } from '../../src/reporters/reporter.ts';
import type { Plan } from '../../src/rules/plan.ts';
import { readHtml } from '../../src/texts/html.ts';
import { documentEditComplaint, placeComplaint, show, textsOf } from '../reading-back.ts';
import type { Random } from './mutations.ts';
import { mutatedText } from './mutations.ts';
import { PARSERS } from './parsers.ts';
import { sourcesIn } from './read-bytes.ts';

/** What is tried: bytes as a file of some name. */
export interface Input {
  readonly bytes: Buffer;
  readonly path: string;
  readonly settings: FormatSettings & Reading;
}

/** Reads, lints and reports whatever it is given, and says what went against the law. */
export type Trial = (input: Input, random: Random) => Promise<string | undefined>;

/** Milliseconds that an input of 300 KB at most may take. */
const LONGEST = 10_000;

export function createTrial(plan: Plan): Trial {
  const linter = createLinter(plan, { presets: ['recommended', 'strict', 'preview'], rules: {} });
  const rules = new Map(plan.rules.map((rule) => [rule.id, rule]));
  const context: ReportContext = {
    wording: en,
    paint: PLAIN,
    width: 80,
    sentence: (finding) => {
      const rule = rules.get(finding.rule);
      if (rule === undefined) throw new Error(`no rule ${finding.rule}`);
      return sentenceFor(finding, rule, en);
    },
    describe: async ({ rule, severity }) => ({ summary: rule, why: undefined, instead: undefined, severity }),
    fails: () => true,
    version: '0.0.0',
    skippedFiles: () => 0,
    notes: () => [],
  };
  return async (input, random) => {
    const before = performance.now();
    try {
      for (const source of textsFrom(input, random)) {
        const complaint = await sourceComplaint(source, input, linter, context, random);
        if (complaint !== undefined) return complaint;
      }
    } catch (error) {
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    const took = performance.now() - before;
    return took > LONGEST ? `it took ${Math.round(took)} ms` : undefined;
  };
}

function* textsFrom({ bytes, path, settings }: Input, random: Random): Generator<Source> {
  for (const read of sourcesIn(bytes, path, settings)) {
    const source = isProblem(read) ? read.source : read;
    // Mails are bytes; halves of characters are none.
    yield random(8) === 0 && source.mails === undefined
      ? { ...source, text: mutatedText(source.text, random) }
      : source;
  }
}

async function sourceComplaint(
  source: Source,
  { path, settings }: Input,
  linter: Linter,
  context: ReportContext,
  random: Random,
): Promise<string | undefined> {
  const read = (one: Source) => readDocument(one, PARSERS[syntaxOf(path, one.text.slice(0, 200))], settings, readHtml);
  const { documents, problems } = read(source);
  if (documents.length + problems.length === 0 && !isBlank(source, path)) return 'nothing was said of the source';
  const texts = documents.flatMap(textsOf);
  // Each place is looked at as long as there are few.
  for (let count = Math.min(texts.length, 20); count > 0; count--) {
    const text = texts[texts.length <= 20 ? count - 1 : random(texts.length)];
    const complaint = text === undefined ? undefined : placeComplaint(source, text);
    if (complaint !== undefined) return complaint;
  }
  const edit = editComplaint(source, read, texts, random);
  if (edit !== undefined) return edit;
  const findings: Finding[] = problems.map(({ id, span, data }) => ({
    rule: id,
    severity: 'error',
    path,
    spans: [span],
    exact: true,
    words: '',
    data,
    related: [],
  }));
  for (const document of documents)
    findings.push(...linter.check(document, { path, names: { agents: settings.agents, companies: [], masks: [] } }));
  return (
    findings.reduce<string | undefined>((found, finding) => found ?? findingComplaint(source, finding), undefined) ??
    (await reportComplaint(source, findings, context))
  );
}

/** JSON and YAML may say null, and a text nothing. */
function isBlank({ text }: Source, path: string): boolean {
  const bare = text.replace(/^\ufeff/, '').trim();
  return (
    bare === '' ||
    (syntaxOf(path, text) !== 'text' && /^(?:null|~|#[^\n\r]*|%[^\n\r]*|---|\.\.\.|&\S*|!\S*|\s)*$/i.test(bare))
  );
}

const WORDS = [
  '',
  'x',
  ' ',
  '\n',
  'hello there',
  'Agent: hi',
  '客服：您好',
  '10:20',
  '(Pause)',
  '"\\\'',
  ': ',
  ' #',
  '- a',
  '\ud83d',
  '\0',
  'null',
  '---',
  '\r\n',
  'I am Ben',
];

function editComplaint(
  source: Source,
  read: (source: Source) => ReturnType<typeof readDocument>,
  texts: ReturnType<typeof textsOf>,
  random: Random,
): string | undefined {
  if (texts.length === 0 || source.text.length > 20_000) return undefined;
  const index = random(texts.length);
  const { length } = texts[index]?.words ?? '';
  const [start, end] = [random(length + 1), random(length + 1)].sort((a, b) => a - b) as [number, number];
  return documentEditComplaint({ source, read, text: index }, { start, end }, WORDS[random(WORDS.length)] as string);
}

function findingComplaint({ text, base }: Source, { rule, spans, words }: Finding): string | undefined {
  if (spans.length === 0) return `${rule} has no place`;
  for (const { start, end } of spans) {
    if (start > end || start < base.offset || end > base.offset + text.length)
      return `${rule} at ${start}-${end}, of ${show(words)}, is outside the source`;
  }
  return undefined;
}

async function reportComplaint(
  source: Source,
  findings: readonly Finding[],
  context: ReportContext,
): Promise<string | undefined> {
  const lines = linesOf(source);
  const report = (): SourceReport => ({ source, findings, suppressed: [], lines: () => lines });
  const shown = await written(pretty, report(), context);
  const control = UNSAFE.exec(shown);
  if (control !== null)
    return `the report holds ${show(control[0])}: ${show(shown.slice(Math.max(0, control.index - 80), control.index + 20))}`;
  const value = JSON.parse(await written(json, report(), context)) as { findings: readonly { words: string }[] };
  const same =
    value.findings.length === findings.length && value.findings.every(({ words }, at) => words === findings[at]?.words);
  return same ? undefined : 'the JSON report says something else';
}

async function written(reporter: Reporter, report: SourceReport, context: ReportContext): Promise<string> {
  async function* run() {
    yield report;
  }
  let all = '';
  for await (const words of reporter.report(run(), context)) all += words;
  return all;
}

/** What a terminal may carry out: control characters but the line feed, turns of direction, halves of characters. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\0-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/u;
