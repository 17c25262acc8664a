import type { FileSettings } from '../config/file-settings.ts';
import type { Conversation, Message } from '../core/conversation.ts';
import type { Document } from '../core/document.ts';
import type { FactName, Facts } from '../core/facts.ts';
import { FACTS } from '../core/facts.ts';
import type { Mail } from '../core/mail.ts';
import { SECOND } from '../core/time.ts';
import { timeText } from '../core/time-text.ts';
import { languagesIn } from '../engine/languages.ts';
import { factsOfConversation } from '../engine/timeline.ts';
import type { ReadDocument } from '../formats/read-document.ts';
import { inferLanguage } from '../matching/infer-language.ts';
import { isProblem } from '../node/sources.ts';
import { visible } from '../reporters/visible.ts';
import type { Io } from './io.ts';
import { CLEAN, FAILED } from './main.ts';
import { readerIn } from './reader.ts';
import type { CommonOptions, ReadingOptions } from './settings.ts';
import type { SourceReader } from './workspace.ts';
import { openWorkspace, readerFor } from './workspace.ts';

export interface ParseOptions extends CommonOptions, ReadingOptions {
  readonly format: 'pretty' | 'json';
}

/** Shows files as the rules see them. */
export async function parse(paths: readonly string[], options: ParseOptions, io: Io): Promise<number> {
  const workspace = openWorkspace(io, options);
  let code = CLEAN;
  for (const input of await workspace.inputs(paths, options)) {
    const { tell } = await readerIn([options.locale, input.found.config.file.locale], io);
    let reader: SourceReader | undefined;
    for await (const read of input.sources()) {
      if (isProblem(read)) {
        io.err(`replylint: ${input.path}: ${tell(read.unreadable)}.\n`);
        code = FAILED;
        continue;
      }
      reader ??= await readerFor(read, input.settings);
      const result = await reader(read);
      if (result.problems.length > 0) code = FAILED;
      const shown = { path: input.path, line: read.base.line, ...seenAs(result, input.settings) };
      await io.out(options.format === 'json' ? `${JSON.stringify(shown)}\n` : prettyText(shown));
    }
  }
  return code;
}

type Shown = { readonly path: string; readonly line: number } & ReturnType<typeof seenAs>;

function seenAs({ documents, problems, format }: ReadDocument, settings: FileSettings) {
  return {
    format: format ?? null,
    problems: problems.map(({ id, data }) => ({ id, ...data })),
    documents: documents.map((document) => documentValue(document, settings)),
  };
}

function documentValue(document: Document, { channel, language, facts }: FileSettings) {
  const { kind, guesses } = document;
  if (document.kind === 'library') {
    const entries = document.entries.map(({ id, title, body, language: declared, mail }) => ({
      id: id ?? null,
      title: title?.words ?? null,
      language: inferLanguage(body.words) ?? declared ?? language ?? null,
      ...mailValue(mail),
      body: body.words,
    }));
    return { kind, guesses, entries };
  }
  const conversation: Conversation =
    document.kind === 'draft'
      ? {
          channel: document.channel,
          messages: [{ index: 0, role: 'agent', text: document.text, at: document.at, mail: document.mail }],
          start: 'unknown',
          end: 'unknown',
        }
      : document.conversation;
  const languages = languagesIn(conversation, language);
  return {
    kind,
    guesses,
    id: conversation.id ?? null,
    channel: conversation.channel ?? channel ?? null,
    start: conversation.start,
    end: conversation.end,
    facts: factValues(factsOfConversation(conversation, facts)),
    messages: conversation.messages.map((message, position) => messageValue(message, languages(position))),
  };
}

/** As a record would write them: names with `_`, lengths in seconds. */
function factValues(facts: Facts) {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name.replaceAll(' ', '_'),
      typeof value === 'object'
        ? timeText(value)
        : FACTS[name as FactName].kind === 'length'
          ? Number(value) / SECOND
          : value,
    ]),
  );
}

function messageValue({ index, role, speaker, at, until, text, mail }: Message, language: string | undefined) {
  return {
    index,
    role,
    speaker: speaker ?? null,
    at: at === undefined ? null : timeText(at),
    until: until === undefined ? null : timeText(until),
    language: language ?? null,
    ...mailValue(mail),
    words: text.words,
  };
}

/** Only mails have it. */
function mailValue(mail: Mail | undefined): { mail?: { headers: Readonly<Record<string, string>>; bulk: boolean } } {
  if (mail === undefined) return {};
  const headers = Object.entries(mail.headers).map(([name, text]) => [name, text.words] as const);
  return { mail: { headers: Object.fromEntries(headers), bulk: mail.isBulk } };
}

function prettyText({ path, line, format, problems, documents }: Shown): string {
  const lines = [`${path}${line > 1 ? `:${line}` : ''}: ${format ?? 'no known format'}`];
  for (const problem of problems)
    lines.push(
      `  ${problem.id}: ${Object.entries(problem)
        .filter(([key]) => key !== 'id')
        .map(([key, value]) => `${key} ${value}`)
        .join(', ')}`,
    );
  for (const document of documents) {
    for (const guess of document.guesses) lines.push(`  guessed: ${guess}`);
    if (document.entries !== undefined) {
      lines.push(`  library of ${document.entries.length}`);
      document.entries.forEach(({ id, title, language, body }, index) => {
        lines.push(`  ${index}  ${title ?? id ?? '-'}  ${language ?? '?'}  ${oneLine(body)}`);
      });
      continue;
    }
    const name = document.id === null ? document.kind : `${document.kind} ${document.id}`;
    lines.push(`  ${name}, channel ${document.channel ?? 'unknown'}, start ${document.start}, end ${document.end}`);
    const known = Object.entries(document.facts).map(([fact, value]) => `${fact} ${String(value)}`);
    if (known.length > 0) lines.push(`  ${known.join(', ')}`);
    lines.push(...document.messages.flatMap(messageLines));
  }
  return `${lines.map(visible).join('\n')}\n`;
}

function messageLines({ index, role, speaker, at, language, mail, words }: ReturnType<typeof messageValue>): string[] {
  const who = speaker === null ? role : `${role} ${speaker}`;
  return [
    `  ${String(index).padStart(3)}  ${who}  ${at ?? '-'}  ${language ?? '?'}  ${oneLine(words)}`,
    ...Object.entries(mail?.headers ?? {}).map(([name, value]) => `       ${name}: ${oneLine(value)}`),
    ...(mail?.bulk === true ? ['       to many people at once'] : []),
  ];
}

function oneLine(words: string): string {
  const flat = words.replace(/\s+/g, ' ');
  return flat.length > 100 ? `${flat.slice(0, 99)}…` : flat;
}
