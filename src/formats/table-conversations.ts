import type { Conversation, Message } from '../core/conversation.ts';
import type { Document } from '../core/document.ts';
import type { InputProblem } from '../core/input.ts';
import { parseTime, timeOfEpoch } from '../core/parse-time.ts';
import { channelNamed } from '../core/read-fact.ts';
import { rowDirectives } from '../core/row-directives.ts';
import type { Row } from '../core/table.ts';
import type { Time } from '../core/time.ts';
import { roleOfField } from '../transcripts/roles.ts';
import { speakerRole } from '../transcripts/speaker-role.ts';
import type { FormatSettings, RowsFormat } from './format.ts';
import { SURE } from './format.ts';

export const tableConversations: RowsFormat = {
  name: 'table-conversations',
  about:
    'CSV, TSV, a sheet or JSONL with one message a row: who speaks, the words, perhaps the conversation, a time and a name.',
  kind: 'conversation',
  syntax: 'rows',
  tells: {
    files: 'CSV, TSV, XLSX, JSONL',
    knownBy: 'columns for who speaks and the words',
    roles: 'a column',
    times: 'a column',
    refuses: 'workbooks',
    positions: 'exact; in workbooks the cell',
    streams: 'CSV, TSV, JSONL',
  },
  likeness: ({ fields }) => (fields.has('text') && (fields.has('role') || fields.has('name')) ? SURE : 0),
  read(source, table, settings) {
    const { rows, problems } = table.rows(source);
    const documents: Document[] = [];
    const allProblems: InputProblem[] = [...problems];
    for (const [id, inside] of byConversation(rows)) {
      const read = conversationOf(id, inside, settings);
      if ('messages' in read) documents.push({ kind: 'conversation', conversation: read, guesses: table.guesses });
      else allProblems.push(read);
    }
    return { documents, problems: allProblems, directives: rowDirectives(rows, table) };
  },
};

/** Rows without an id go on with the conversation of the row above. */
function byConversation(rows: readonly Row[]): ReadonlyMap<string | undefined, readonly Row[]> {
  const groups = new Map<string | undefined, Row[]>();
  let id: string | undefined;
  for (const row of rows) {
    id = row.words('conversation')?.trim() ?? id;
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return groups;
}

function conversationOf(
  id: string | undefined,
  rows: readonly Row[],
  settings: FormatSettings,
): Conversation | InputProblem {
  const messages: Message[] = [];
  const unknown = new Map<string, Row>();
  for (const [index, row] of rows.entries()) {
    if (row.words('text') === undefined) continue;
    const said = row.words('role')?.trim();
    const name = row.words('name')?.trim();
    const role = speakerRole(said, name, settings.agents) ?? (said === undefined ? roleOfField(name ?? '') : undefined);
    if (role === undefined) {
      unknown.set(said ?? name ?? '', row);
      continue;
    }
    messages.push({
      index,
      role,
      speaker: name ?? (said === undefined || roleOfField(said) !== undefined ? undefined : said),
      text: row.text('text'),
      at: timeOf(row.words('time')?.trim()),
    });
  }
  const [firstUnknown] = unknown;
  if (firstUnknown !== undefined) {
    const span = firstUnknown[1].text('text').locate({ start: 0, end: 0 }).spans[0] ?? { start: 0, end: 0 };
    return { id: 'input/unknown-agent', span, data: { names: [...unknown.keys()].join(', ') } };
  }
  const about = rows.find((row) => row.words('subject') !== undefined);
  const wordsOf = (field: 'channel' | 'language') =>
    rows.map((row) => row.words(field)?.trim()).find((words) => words !== undefined);
  return {
    id,
    channel: channelNamed(wordsOf('channel') ?? '') ?? settings.channel,
    language: wordsOf('language'),
    subject: about?.text('subject'),
    messages,
    start: 'known',
    end: 'known',
  };
}

function timeOf(words: string | undefined): Time | undefined {
  if (words === undefined) return undefined;
  return /^\d{10}(?:\d{3}|\.\d+)?$/.test(words) ? timeOfEpoch(Number(words)) : parseTime(words);
}
