import type { FileSettings } from '../config/file-settings.ts';
import type { Conversation, Message } from '../core/conversation.ts';
import type { Document } from '../core/document.ts';
import type { Time } from '../core/time.ts';
import { languagesIn } from '../engine/languages.ts';
import type { ReadDocument } from '../formats/read-document.ts';
import { inferLanguage } from '../matching/infer-language.ts';
import { isProblem } from '../node/sources.ts';
import { visible } from '../reporters/visible.ts';
import type { Io } from './io.ts';
import { CLEAN, FAILED } from './main.ts';
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
    let reader: SourceReader | undefined;
    for await (const read of input.sources()) {
      if (isProblem(read)) {
        io.err(`replylint: ${input.path}: ${read.unreadable}.\n`);
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

function documentValue(document: Document, { channel, language }: FileSettings) {
  const { kind, guesses } = document;
  if (document.kind === 'library') {
    const entries = document.entries.map(({ id, title, body, language: declared }) => ({
      id: id ?? null,
      title: title?.words ?? null,
      language: inferLanguage(body.words) ?? declared ?? language ?? null,
      body: body.words,
    }));
    return { kind, guesses, entries };
  }
  const conversation: Conversation =
    document.kind === 'draft'
      ? { messages: [{ index: 0, role: 'agent', text: document.text }], start: 'unknown', end: 'unknown' }
      : document.conversation;
  const languages = languagesIn(conversation, language);
  return {
    kind,
    guesses,
    id: conversation.id ?? null,
    channel: conversation.channel ?? channel ?? null,
    start: conversation.start,
    end: conversation.end,
    messages: conversation.messages.map((message, position) => messageValue(message, languages(position))),
  };
}

function messageValue({ index, role, speaker, at, until, text }: Message, language: string | undefined) {
  return {
    index,
    role,
    speaker: speaker ?? null,
    at: at === undefined ? null : timeText(at),
    until: until === undefined ? null : timeText(until),
    language: language ?? null,
    words: text.words,
  };
}

/** A time no more exact than it is known: the basis shows by what is left out. */
function timeText({ basis, at, precision }: Time): string {
  const iso = new Date(at).toISOString();
  const clock = iso.slice(11, precision >= 60_000 ? 16 : precision >= 1000 ? 19 : 23);
  if (basis === 'clock') return clock;
  return `${iso.slice(0, 10)}T${clock}${basis === 'epoch' ? 'Z' : ''}`;
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
    for (const { index, role, speaker, at, language, words } of document.messages) {
      const who = speaker === null ? role : `${role} ${speaker}`;
      lines.push(`  ${String(index).padStart(3)}  ${who}  ${at ?? '-'}  ${language ?? '?'}  ${oneLine(words)}`);
    }
  }
  return `${lines.map(visible).join('\n')}\n`;
}

function oneLine(words: string): string {
  const flat = words.replace(/\s+/g, ' ');
  return flat.length > 100 ? `${flat.slice(0, 99)}…` : flat;
}
