import type { Conversation, Message } from '../core/conversation.ts';
import type { Document } from '../core/document.ts';
import type { InputProblem } from '../core/input.ts';
import type { HeaderName, Mail } from '../core/mail.ts';
import { timeOfEpoch } from '../core/parse-time.ts';
import { channelNamed, lengthOf } from '../core/read-fact.ts';
import type { Text } from '../core/text.ts';
import type { Time } from '../core/time.ts';
import { parseMailDate } from '../mail/date.ts';
import { mailOfRecord } from '../mail/record.ts';
import { factsOfRecord } from '../texts/facts.ts';
import type { Shape } from '../texts/shape.ts';
import { fieldOf, isShape, isString, isStringOrNumber, shapesIn, valueAt, wordsOf } from '../texts/shape.ts';
import type { Tree, TreePath } from '../texts/tree.ts';
import { roleOfField } from '../transcripts/roles.ts';
import { speakerRole } from '../transcripts/speaker-role.ts';
import type { FormatSettings, TreeFormat } from './format.ts';
import { SURE } from './format.ts';

export const conversations: TreeFormat = {
  name: 'conversations',
  about:
    'JSON or YAML with a list of messages that name their role: {"id", "channel", "turns": [{"role", "name", "at", "text"}]}, one object or a list.',
  kind: 'conversation',
  syntax: 'tree',
  tells: {
    files: 'JSON, JSONL, YAML',
    knownBy: 'a list `turns`, `messages` or the like of objects with a role and words',
    roles: '`role` and the like, `agents`',
    times: '`at` and the like',
  },
  likeness(value, settings) {
    const fields = fieldsFor(settings);
    const sample = Array.isArray(value) ? value.find(isShape) : value;
    if (!isShape(sample)) return 0;
    const messages = messagesPath(sample, fields);
    if (messages === undefined) return 0;
    const first = (valueAt(sample, messages) as unknown[]).find(isShape);
    if (first === undefined) return 0.3;
    const hasText = fieldOf(first, fields.text, isString) !== undefined;
    const hasRole =
      fieldOf(first, fields.role, isString) !== undefined || fieldOf(first, fields.name, isString) !== undefined;
    if (!hasText || !hasRole) return 0;
    // `text` beside a role is nobody else's; `content` is also what AI assistants write.
    return Object.hasOwn(first, 'text') || settings.fields['text'] !== undefined ? SURE : 0.9;
  },
  read(tree, settings) {
    const fields = fieldsFor(settings);
    const documents: Document[] = [];
    const problems: InputProblem[] = [];
    const records = Array.isArray(tree.value)
      ? shapesIn(tree, [])
      : [{ shape: tree.value as Shape, path: [] as TreePath }];
    for (const { shape, path } of records) {
      const inside = messagesPath(shape, fields);
      if (inside !== undefined)
        readConversation({ tree, shape, path, messages: [...path, ...inside] }, fields, settings, documents, problems);
    }
    return { documents, problems };
  },
};

/** Where each thing may stand; the configuration's name comes first. */
interface Fields {
  readonly messages: readonly string[];
  readonly role: readonly string[];
  readonly text: readonly string[];
  readonly time: readonly string[];
  readonly name: readonly string[];
  readonly conversation: readonly string[];
}

const knownFields = new WeakMap<FormatSettings['fields'], Fields>();

/** The settings are the same for all records of a file. */
function fieldsFor({ fields }: FormatSettings): Fields {
  let known = knownFields.get(fields);
  if (known === undefined) {
    known = namedFields(fields);
    knownFields.set(fields, known);
  }
  return known;
}

function namedFields(fields: FormatSettings['fields']): Fields {
  const named = (field: keyof Fields, usual: readonly string[]) =>
    fields[field] === undefined ? usual : [fields[field]];
  return {
    messages: named('messages', ['turns', 'messages', 'utterances', 'dialogue', 'dialog', 'history']),
    role: named('role', ['role', 'sender_type', 'author.type', 'speaker', 'author', 'from']),
    text: named('text', ['text', 'content', 'body', 'message', 'utterance', 'msg', 'words']),
    time: named('time', ['at', 'time', 'timestamp', 'created_at', 'date', 'sent_at']),
    name: named('name', ['name', 'speaker_name', 'author.name', 'agent_name']),
    conversation: named('conversation', [
      'id',
      'conversation_id',
      'conversationId',
      'ConversationId',
      'chat_id',
      'dialogue_id',
    ]),
  };
}

const SUBJECT_FIELDS = ['subject', 'title'];
const CHANNEL_FIELDS = ['channel', 'metadata.channel'];
const UNTIL_FIELDS = ['until', 'end', 'ended_at', 'end_time'];
const DURATION_FIELDS = ['duration', 'duration_seconds'];
const CANNED_FIELDS = ['canned', 'is_canned', 'auto_reply', 'is_auto_reply'];
const CANNED_ID_FIELDS = ['macro_id', 'canned_response_id', 'quick_phrase_id'];
const LANGUAGE_FIELDS = ['lang', 'language', 'locale'];

function messagesPath(shape: Shape, fields: Fields): TreePath | undefined {
  return fieldOf(shape, fields.messages, Array.isArray);
}

interface ConversationRecord {
  readonly tree: Tree;
  readonly shape: Shape;
  readonly path: TreePath;
  /** The path of the list of messages. */
  readonly messages: TreePath;
}

function readConversation(
  record: ConversationRecord,
  fields: Fields,
  settings: FormatSettings,
  documents: Document[],
  problems: InputProblem[],
): void {
  const { tree, shape, path } = record;
  const messages: Message[] = [];
  const unknown = new Map<string, TreePath>();
  const channel = channelNamed(wordsOf(shape, CHANNEL_FIELDS) ?? '') ?? settings.channel;
  const subjectPath = fieldOf(shape, SUBJECT_FIELDS, isString);
  const subject = subjectPath === undefined ? undefined : tree.text([...path, ...subjectPath]);
  const isBulk = typeof shape['bulk'] === 'boolean' ? shape['bulk'] : settings.bulk;
  for (const { shape: one, path: place } of shapesIn(tree, record.messages)) {
    const textPath = fieldOf(one, fields.text, isString);
    if (textPath === undefined) continue;
    const said = wordsOf(one, fields.role);
    const name = wordsOf(one, fields.name);
    const role = speakerRole(said, name, settings.agents);
    if (role === undefined) {
      unknown.set(said ?? name ?? '', [...place, ...textPath]);
      continue;
    }
    const at = timeIn(one, fields.time);
    messages.push({
      // The number that the message has in the source, whatever else is in the list.
      index: place.at(-1) as number,
      role,
      speaker: name ?? (said === undefined || roleOfField(said) !== undefined ? undefined : said),
      text: tree.text([...place, ...textPath]),
      at,
      until: untilIn(one, at),
      canned: cannedIn(one),
      mail:
        channel === 'email'
          ? mailIn(
              { tree, shape: one, path: place, messages: place },
              fields,
              isBulk,
              messages.length === 0 ? subject : undefined,
            )
          : undefined,
    });
  }
  const [firstUnknown] = unknown;
  if (firstUnknown !== undefined) {
    const span = tree.text(firstUnknown[1]).locate({ start: 0, end: 0 }).spans[0] ?? { start: 0, end: 0 };
    problems.push({ id: 'input/unknown-agent', span, data: { names: [...unknown.keys()].join(', ') } });
    return;
  }
  const conversation: Conversation = {
    id: wordsOf(shape, fields.conversation),
    channel,
    language: wordsOf(shape, LANGUAGE_FIELDS),
    subject,
    ...factsOfRecord(shape),
    messages,
    start: 'known',
    end: 'known',
  };
  documents.push({ kind: 'conversation', conversation, guesses: [] });
}

/** @param subject of the conversation: whoever wrote the first mail of it chose it */
function mailIn(
  { tree, shape, path }: ConversationRecord,
  fields: Fields,
  isBulk: boolean | undefined,
  subject: Text | undefined,
): Mail | undefined {
  // A field that holds the words or the role is no header.
  const taken = [fields.role, fields.text].flatMap((names) => fieldOf(shape, names, isString)?.[0] ?? []);
  const except = (['from', 'subject'] satisfies HeaderName[]).filter((header) => taken.includes(header));
  const mail = mailOfRecord(tree, shape, path, { isBulk, except });
  if (subject === undefined || mail?.headers.subject !== undefined) return mail;
  return { headers: { ...mail?.headers, subject }, isBulk: mail?.isBulk ?? false, html: mail?.html };
}

function timeIn(shape: Shape, names: readonly string[]): Time | undefined {
  const path = fieldOf(shape, names, isStringOrNumber);
  if (path === undefined) return undefined;
  const value = valueAt(shape, path);
  return typeof value === 'number' ? timeOfEpoch(value) : parseMailDate(value as string);
}

/** When the speaker stopped: a time, or as long after the start as the message lasted. */
function untilIn(shape: Shape, at: Time | undefined): Time | undefined {
  const until = timeIn(shape, UNTIL_FIELDS);
  if (until !== undefined || at === undefined) return until;
  const path = fieldOf(shape, DURATION_FIELDS, isStringOrNumber);
  const length = path === undefined ? undefined : lengthOf(valueAt(shape, path) as string | number);
  return length === undefined ? undefined : { ...at, at: at.at + length };
}

/** Said by a quick phrase or by a program on behalf of the agent. */
function cannedIn(shape: Shape): boolean | undefined {
  const said = CANNED_FIELDS.find((name) => typeof shape[name] === 'boolean');
  if (said !== undefined) return shape[said] as boolean;
  const source = fieldOf(shape, CANNED_ID_FIELDS, isStringOrNumber);
  return source === undefined ? undefined : true;
}
