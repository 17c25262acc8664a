import type { DocumentKind } from '../core/document.ts';
import type { InputProblem, ReadResult } from '../core/input.ts';
import { withLineFeeds } from '../core/line-breaks.ts';
import type { MailSource } from '../core/mail-source.ts';
import type { Source } from '../core/source.ts';
import type { Table } from '../core/table.ts';
import type { Text } from '../core/text.ts';
import { guarded, verbatim } from '../core/text.ts';
import { isHtml } from '../mail/html.ts';
import { directiveMarksOf } from '../texts/directive-lines.ts';
import type { HtmlReader } from '../texts/html-reader.ts';
import { silencedText, withDirectivesKept } from '../texts/silenced-text.ts';
import type { Malformed, Tree } from '../texts/tree.ts';
import { isMalformed } from '../texts/tree.ts';
import type { TreeReader, TreeSyntax } from '../texts/tree-reader.ts';
import type { Format, FormatSettings } from './format.ts';
import { CERTAIN } from './format.ts';
import { FORMATS } from './registry.ts';

/** How a source is written, before its format is known. */
export type Syntax = 'text' | TreeSyntax;

export interface ReadDocument extends ReadResult {
  /** The name of the format, or undefined where none fits. */
  readonly format: string | undefined;
  /** What must be loaded and given to read the source; it was not read. */
  readonly lacks?: 'html' | undefined;
}

/**
 * Reads a source in the format that fits it best.
 * @param readTree the parser of its syntax; undefined for plain text
 * @param readHtml the reader of HTML, for formats that hold it; the answer says where it is lacking
 */
export function readDocument(
  source: Source,
  readTree: TreeReader | undefined,
  settings: FormatSettings,
  readHtml?: HtmlReader,
): ReadDocument {
  if (source.table !== undefined) return readTable(source, source.table, settings, readHtml);
  if (source.mails !== undefined) return readMails(source, source.mails, settings, readHtml);
  return readTree === undefined
    ? readText(source, settings)
    : readTreeDocument(source, readTree(source), settings, readHtml);
}

/** By the name of the file, else by its first sign. @param head the start of the file */
export function syntaxOf(path: string, head: string): Syntax {
  if (/\.(?:json|jsonl|ndjson)$/i.test(path)) return 'json';
  if (/\.ya?ml$/i.test(path)) return 'yaml';
  if (/\.(?:txt|md|markdown|log|vtt|srt)$/i.test(path)) return 'text';
  // "{{name}}, hello" and "[[name]]" begin a canned reply.
  return /^\ufeff?\s*(?:\{\s*["}]|\[\s*["{\]])/.test(head) ? 'json' : 'text';
}

function readText(source: Source, settings: FormatSettings): ReadDocument {
  const byteOrderMark = source.text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const whole = guarded(
    withLineFeeds(verbatim(source.text.slice(byteOrderMark), source.base.offset + byteOrderMark)),
    ({ start, end }, replacement) =>
      start === 0 && byteOrderMark === 0 && (replacement || source.text.slice(end)).startsWith(BYTE_ORDER_MARK)
        ? 'the words would be read as a byte order mark'
        : undefined,
  );
  const marks = directiveMarksOf(source.path);
  const { text, directives, format } = silencedText(withDirectivesKept(whole, marks), marks, (words) => {
    const best = bestFormat(
      'text',
      (candidate) => (candidate.syntax === 'text' ? candidate.likeness(words, settings) : 0),
      settings.kind,
    );
    return best?.syntax === 'text' ? best : undefined;
  });
  if (format === undefined) return { documents: [], problems: [unknownShape(source)], format: undefined };
  const read = format.read(format.kind === 'draft' ? keptDraft(text, settings) : text, settings);
  return { ...read, directives, format: format.name };
}

/** A draft whose kind nobody says stays one only as long as it does not look like something else. */
function keptDraft(text: Text, settings: FormatSettings): Text {
  if (settings.kind !== undefined) return text;
  return guarded(text, ({ start, end }, replacement) => {
    const words = text.words.slice(0, start) + replacement + text.words.slice(end);
    const format = bestFormat('text', (one) => (one.syntax === 'text' ? one.likeness(words, settings) : 0), undefined);
    return format?.kind === 'draft' ? undefined : 'the draft would be read as a conversation';
  });
}

const BYTE_ORDER_MARK = '\ufeff';

function readTable(
  source: Source,
  table: Table,
  settings: FormatSettings,
  readHtml: HtmlReader | undefined,
): ReadDocument {
  if (table.scattered !== undefined) {
    const span = { start: source.base.offset, end: source.base.offset };
    return {
      documents: [],
      problems: [{ id: 'input/scattered', span, data: { conversation: table.scattered } }],
      format: 'table',
    };
  }
  const format = bestFormat(
    'rows',
    (candidate) => (candidate.syntax === 'rows' ? candidate.likeness(table, settings) : 0),
    settings.kind,
  );
  if (format === undefined || format.syntax !== 'rows')
    return { documents: [], problems: [unknownShape(source)], format: undefined };
  if (format.hasHtml && readHtml === undefined && isHtml(source.text))
    return { documents: [], problems: [], format: format.name, lacks: 'html' };
  return { ...asKind(format.read(source, table, settings, readHtml), settings.kind), format: format.name };
}

/** Mails give the kind that is asked for themselves. */
function readMails(
  source: Source,
  mails: MailSource,
  settings: FormatSettings,
  readHtml: HtmlReader | undefined,
): ReadDocument {
  const format = bestFormat(
    'mail',
    (candidate) => (candidate.syntax === 'mail' ? candidate.likeness(mails) : 0),
    undefined,
  );
  if (format === undefined || format.syntax !== 'mail')
    return { documents: [], problems: [unknownShape(source)], format: undefined };
  if (readHtml === undefined && /text\/html/i.test(source.text))
    return { documents: [], problems: [], format: format.name, lacks: 'html' };
  return { ...format.read(source, mails, settings, readHtml), format: format.name };
}

function readTreeDocument(
  source: Source,
  tree: Tree | Malformed,
  settings: FormatSettings,
  readHtml: HtmlReader | undefined,
): ReadDocument {
  if (isMalformed(tree)) {
    const span = { start: tree.offset, end: tree.offset };
    return {
      documents: [],
      problems: [{ id: 'input/malformed', span, data: { problem: tree.problem } }],
      format: undefined,
    };
  }
  const format = bestFormat(
    'tree',
    (candidate) => (candidate.syntax === 'tree' ? candidate.likeness(tree.value, settings) : 0),
    settings.kind,
  );
  if (format === undefined || format.syntax !== 'tree')
    return { documents: [], problems: isBlank(tree) ? [] : [unknownShape(source)], format: undefined };
  if (format.hasHtml && readHtml === undefined)
    return { documents: [], problems: [], format: format.name, lacks: 'html' };
  const result = format.read(tree, settings, readHtml);
  return { ...asKind(result, settings.kind), directives: tree.directives, format: format.name };
}

/** The likeliest format. A configured kind leaves those that give it; conversations can be read as a library too. */
function bestFormat(
  syntax: Format['syntax'],
  likeness: (format: Format) => number,
  kind: DocumentKind | undefined,
): Format | undefined {
  let best: Format | undefined;
  let most = 0;
  for (const format of FORMATS) {
    if (format.syntax !== syntax) continue;
    const fits = kind === undefined || format.kind === kind || (kind === 'library' && format.kind === 'conversation');
    const likely = fits ? likeness(format) : 0;
    if (likely > most) {
      most = likely;
      best = format;
    }
    if (likely >= CERTAIN) break;
  }
  return best;
}

/** Conversations of a file that is configured as a library are entries: each message of the agent, under the subject. */
function asKind(result: ReadResult, kind: DocumentKind | undefined): ReadResult {
  if (kind !== 'library') return result;
  return {
    ...result,
    documents: result.documents.map((document) => {
      if (document.kind !== 'conversation') return document;
      const { conversation } = document;
      const entries = conversation.messages
        .filter(({ role }) => role === 'agent')
        .map(({ text, mail }) => ({
          id: conversation.id,
          title: conversation.subject,
          body: text,
          language: conversation.language,
          channel: conversation.channel === 'email' ? conversation.channel : undefined,
          mail,
        }));
      return {
        kind: 'library',
        entries,
        guesses: ['The file is configured as a library: each message of the agent is an entry.'],
      };
    }),
  };
}

function isBlank(tree: Tree): boolean {
  return tree.value === null || tree.value === undefined;
}

function unknownShape(source: Source): InputProblem {
  return { id: 'input/unknown-shape', span: { start: source.base.offset, end: source.base.offset }, data: {} };
}
