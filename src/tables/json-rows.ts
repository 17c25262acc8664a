import type { InputProblem } from '../core/input.ts';
import type { Source } from '../core/source.ts';
import type { ColumnField, Row, Table } from '../core/table.ts';
import { COLUMN_FIELDS } from '../core/table.ts';
import { readJson } from '../texts/json.ts';
import type { Shape } from '../texts/shape.ts';
import { fieldOf, isShape, isString, isStringOrNumber, valueAt, wordsOf } from '../texts/shape.ts';
import type { TreePath } from '../texts/tree.ts';
import { isMalformed } from '../texts/tree.ts';
import { roleOfField } from '../transcripts/roles.ts';
import type { TableSettings } from './columns.ts';
import type { Oversized } from './row-groups.ts';
import { RowGroups } from './row-groups.ts';

/**
 * JSONL with one message a line. Lines of anything else go through as they are: whether a line is a message shows in
 * the first one.
 */
export class JsonRowSources<Problem extends { readonly source: Source }> {
  readonly #path: string;
  readonly #settings: TableSettings;
  #rows: { readonly table: JsonTable; readonly groups: RowGroups } | 'others' | undefined;

  constructor(path: string, settings: TableSettings) {
    this.#path = path;
    this.#settings = settings;
  }

  *add(line: Source | Problem): Generator<Source | Problem | Oversized> {
    if ('source' in line) {
      yield line;
      return;
    }
    this.#rows ??= this.#begin(line);
    if (this.#rows === 'others') yield line;
    else {
      const { table, groups } = this.#rows;
      yield* groups.add({ text: line.text, ...line.base, id: table.idIn(line) });
    }
  }

  *finish(): Generator<Source | Oversized> {
    if (this.#rows !== undefined && this.#rows !== 'others') yield* this.#rows.groups.finish();
  }

  #begin(line: Source): { readonly table: JsonTable; readonly groups: RowGroups } | 'others' {
    const read = readJson(line);
    const table = isMalformed(read) || !isShape(read.value) ? undefined : tableFor(read.value, this.#settings);
    if (table === undefined) return 'others';
    return { table, groups: new RowGroups(this.#path, table, this.#settings.regroup === true) };
  }
}

interface JsonTable extends Table {
  idIn(line: Source): string | undefined;
}

/** Names of fields where the configuration names none, as exports have them. */
const NAMES: Readonly<Partial<Record<ColumnField, readonly string[]>>> = {
  role: [
    'role',
    'sender_type',
    'senderType',
    'author.type',
    'sender.type',
    'speaker',
    'author',
    'from',
    'sender',
    '角色',
    '发送方',
  ],
  text: ['text', 'content', 'body', 'message', 'utterance', 'msg', 'words', '内容', '消息内容'],
  time: ['at', 'time', 'timestamp', 'created_at', 'createdAt', 'date', 'sent_at', '时间', '发送时间'],
  name: ['name', 'speaker_name', 'author.name', 'sender.name', 'agent_name', 'nick', '昵称', '姓名'],
  conversation: [
    'conversation_id',
    'conversationId',
    'ConversationId',
    'chat_id',
    'chatId',
    'session_id',
    'sessionId',
    'dialogue_id',
    'dialog_id',
    'thread_id',
    'ticket_id',
    '会话ID',
    '会话id',
    '会话编号',
  ],
  channel: ['channel'],
  language: ['lang', 'language', 'locale'],
};

/** A message says who speaks and belongs to a conversation; a record that holds messages is none. */
function tableFor(sample: Shape, { fields }: TableSettings): JsonTable | undefined {
  if (fields['messages'] !== undefined || fields['body'] !== undefined) return undefined;
  const names = (field: ColumnField) => (fields[field] === undefined ? (NAMES[field] ?? []) : [fields[field]]);
  const found = new Map<ColumnField, TreePath>();
  for (const field of COLUMN_FIELDS) {
    const path = fieldOf(sample, names(field), field === 'text' || field === 'role' ? isString : isStringOrNumber);
    if (path !== undefined) found.set(field, path);
  }
  const hasConversation = found.has('conversation') || fields['conversation'] !== undefined;
  const role = wordsOf(sample, names('role'));
  const isMessage =
    found.has('text') &&
    hasConversation &&
    (fields['role'] !== undefined || (role !== undefined && roleOfField(role) !== undefined) || found.has('name'));
  if (!isMessage) return undefined;
  const known = new Set<ColumnField>([...found.keys(), 'text', 'conversation']);
  if (fields['role'] !== undefined) known.add('role');
  const guessed = [...found].flatMap(([field, path]) =>
    fields[field] === undefined ? [`“${path.join('.')}” is ${field}`] : [],
  );
  const shapeOf = (line: Source) => {
    const read = readJson(line);
    return isMalformed(read) || !isShape(read.value) ? undefined : read.value;
  };
  return {
    fields: known,
    guesses: ['Each line is a message.', ...(guessed.length === 0 ? [] : [`Fields: ${guessed.join(', ')}.`])],
    idIn(line) {
      const shape = shapeOf(line);
      return shape === undefined ? undefined : wordsOf(shape, names('conversation'));
    },
    rows(source) {
      const rows: Row[] = [];
      const problems: InputProblem[] = [];
      for (const line of linesIn(source)) {
        const read = readJson(line);
        if (isMalformed(read)) {
          const span = { start: read.offset, end: read.offset };
          problems.push({ id: 'input/malformed', span, data: { problem: read.problem } });
        } else if (isShape(read.value)) {
          const shape = read.value;
          const pathOf = (field: ColumnField) =>
            fieldOf(shape, names(field), field === 'text' ? isString : isStringOrNumber);
          rows.push({
            words(field) {
              const path = pathOf(field);
              const words = path === undefined ? '' : String(valueAt(shape, path));
              return words.trim() === '' ? undefined : words;
            },
            text: (field) => read.text(pathOf(field) as TreePath),
          });
        } else {
          const span = { start: line.base.offset, end: line.base.offset };
          problems.push({ id: 'input/malformed', span, data: { problem: 'a line is no message' } });
        }
      }
      return { rows, problems };
    },
  };
}

/** The lines of a source that are not blank, each with its place. */
function* linesIn({ path, text, base }: Source): Generator<Source> {
  let start = 0;
  for (let line = base.line; start < text.length; line++) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    const words = text.slice(start, end);
    if (words.trim() !== '' && words !== '\ufeff')
      yield { path, text: words, base: { offset: base.offset + start, line } };
    start = end + 1;
  }
}
