import type { Channel, Role } from '../core/conversation.ts';
import type { Document } from '../core/document.ts';
import type { InputProblem, ReadResult } from '../core/input.ts';
import { parseTime, timeOfEpoch } from '../core/parse-time.ts';
import type { Text } from '../core/text.ts';
import type { Time } from '../core/time.ts';
import type { HtmlReader } from '../texts/html-reader.ts';
import type { Marks, Place } from '../texts/places.ts';
import { hasMarks, placeOf, placesAt } from '../texts/places.ts';
import { isShape, isString, isStringOrNumber } from '../texts/shape.ts';
import type { Tree } from '../texts/tree.ts';
import { roleOfField } from '../transcripts/roles.ts';
import type { Utterance } from '../transcripts/utterances.ts';
import { conversationsOf } from '../transcripts/utterances.ts';
import type { TextField } from './description.ts';
import { isRenamed, knownByFields, textAt, wordsAt } from './description.ts';
import type { FormatSettings, Tells, TreeFormat } from './format.ts';
import { CERTAIN } from './format.ts';

/**
 * Where the conversations of a product stand in what it exports. Names of fields may be paths ("author.type"), patterns
 * have `*` for each item of a list ("chats.*.threads.*").
 */
export interface ConversationDescription {
  readonly name: string;
  readonly about: string;
  readonly tells: Pick<Tells, 'roles' | 'times'>;
  /** Where conversations may stand; the first place with messages that have the marks is taken. */
  readonly conversations: readonly string[];
  /** What shows that something is a conversation of this product. */
  readonly record?: Marks;
  /** The list of messages in a conversation; nothing where the conversation is itself the list. */
  readonly messages: readonly string[];
  /** A message that stands apart, before the list, and the fields of the conversation that say when it was written. */
  readonly opening?: { readonly field: string; readonly at: readonly string[] };
  /** What shows that something is a message of this product, and of no other. */
  readonly marks: Marks;
  readonly message: MessageDescription;
  /** Of the conversation, or of what it stands in. */
  readonly id?: readonly string[];
  readonly subject?: readonly string[];
  readonly language?: readonly string[];
  readonly channel?: Channel;
  /** A field of the conversation or of a message that names the channel, in the words of the product. */
  readonly channelAt?: readonly string[];
  readonly channels?: Readonly<Record<string, Channel>>;
  /** A field of the messages that names their conversation, where one list holds several. */
  readonly groupedBy?: readonly string[];
  readonly people?: People;
  /** The chat goes on for months: long silences part conversations. */
  readonly isEndless?: boolean;
  /** Where nothing tells roles: who writes first is the customer, and others are agents. */
  readonly isCustomerFirst?: boolean;
}

export interface MessageDescription {
  readonly text: readonly TextField[];
  /** Texts that are lists of strings and of objects with a `text`. */
  readonly parts?: (tree: Tree, place: Place) => Text | undefined;
  readonly role?: readonly RoleField[];
  readonly speaker: readonly string[];
  readonly at: readonly string[];
  readonly until?: readonly string[];
  /** Times are milliseconds from the start of the call. */
  readonly isOffset?: boolean;
  /** Notes among agents, and what nobody said. */
  readonly leaveOut?: readonly Marks[];
}

/** A field that tells a role: by what the product calls the roles, or by the words that a label may say. */
export interface RoleField {
  readonly field: string;
  readonly roles?: Readonly<Record<string, Role>>;
}

/** A list of who takes part, beside the messages or above them. */
export interface People {
  readonly list: string;
  readonly id: readonly string[];
  readonly role: readonly RoleField[];
  readonly name: readonly string[];
  /** The field of a message that holds the id. */
  readonly of: readonly string[];
}

/** The format that a description gives. */
export function describedConversation(description: ConversationDescription): TreeFormat {
  const { name, about, tells } = description;
  const hasHtml = description.message.text.some(({ isHtml }) => isHtml);
  return {
    name,
    about,
    kind: 'conversation',
    syntax: 'tree',
    hasHtml,
    tells: {
      files: 'JSON, JSONL, YAML',
      knownBy: knownByFields(description.record, description.marks),
      ...tells,
      ...(hasHtml ? { refuses: 'across HTML tags' } : {}),
    },
    likeness: (value, settings) => (isRenamed(settings) || recordsIn(value, description) === undefined ? 0 : CERTAIN),
    read(tree, settings, html) {
      const documents: Document[] = [];
      const problems: InputProblem[] = [];
      for (const record of recordsIn(tree.value, description) ?? []) {
        for (const messages of groupsOf(record.messages, description)) {
          const result = readRecord({ ...record, messages }, description, { tree, settings, html });
          documents.push(...result.documents);
          problems.push(...result.problems);
        }
      }
      return { documents, problems };
    },
  };
}

interface FoundRecord {
  readonly place: Place;
  readonly messages: readonly Place[];
}

/** As many messages are looked at for marks; the first ones may be notes of the system. */
const FIRST = 20;

function recordsIn(value: unknown, description: ConversationDescription): readonly FoundRecord[] | undefined {
  for (const pattern of description.conversations) {
    const records = placesAt(value, pattern)
      .filter((place) => hasMarks(place.value, description.record ?? {}))
      .flatMap((place) => {
        const messages = messagesIn(place, description);
        return messages === undefined ? [] : [{ place, messages }];
      });
    const isOurs = ({ messages }: FoundRecord) =>
      messages.slice(0, FIRST).some((message) => hasMarks(message.value, description.marks));
    // A conversation in which nobody said a word is known by its neighbours, or by marks of its own.
    if (records.some(isOurs) || (description.record !== undefined && records.length > 0)) return records;
  }
  return undefined;
}

function messagesIn(place: Place, { messages, opening }: ConversationDescription): readonly Place[] | undefined {
  for (const name of messages) {
    const list = name === '' ? place : placeOf(place, [name], Array.isArray);
    if (!Array.isArray(list?.value)) continue;
    const first = opening === undefined ? undefined : placeOf(place, [opening.field], isShape);
    const above = [...(isShape(list.value) ? [list.value] : []), ...list.above];
    const items = list.value.map((value: unknown, at) => ({ value, path: [...list.path, at], above }));
    return first === undefined ? items : [first, ...items];
  }
  return undefined;
}

/** The messages of each conversation, where one list holds several; in the order of their beginning. */
function groupsOf(messages: readonly Place[], { groupedBy }: ConversationDescription): Iterable<readonly Place[]> {
  if (groupedBy === undefined) return [messages];
  const groups = new Map<string | undefined, Place[]>();
  for (const message of messages) {
    const id = wordsAt(message, groupedBy);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [message]);
    else group.push(message);
  }
  return groups.size === 0 ? [messages] : groups.values();
}

interface Reading {
  readonly tree: Tree;
  readonly settings: FormatSettings;
  readonly html: HtmlReader | undefined;
}

function readRecord(record: FoundRecord, description: ConversationDescription, reading: Reading): ReadResult {
  const { place, messages } = record;
  const people = peopleOf(place, description.people);
  const inOrder = inOrderOfTime(messages, description.message);
  const mayGuess = description.isCustomerFirst && reading.settings.agents.length === 0;
  const guessed = mayGuess ? rolesByOrder(inOrder, description, people) : undefined;
  const utterances = inOrder.flatMap((message, index) => {
    const said = utteranceAt(message, index, description, { people, guessed, ...reading });
    return said === undefined ? [] : [said];
  });
  const subject = placeOf(place, description.subject ?? [], isString);
  return conversationsOf(
    utterances,
    {
      id: idOf(record, description),
      channel: channelOf(record, description) ?? reading.settings.channel ?? description.channel,
      language: description.language === undefined ? undefined : wordsAt(place, description.language),
      subject: subject === undefined ? undefined : reading.tree.text(subject.path),
    },
    {
      agents: reading.settings.agents,
      isEndless: description.isEndless ?? false,
      isBulk: reading.settings.bulk,
      guesses: guessed === undefined ? [] : [guessed.guess],
    },
  );
}

interface MessageReading extends Reading {
  readonly people: ReadonlyMap<string, Person>;
  readonly guessed: GuessedRoles | undefined;
}

function utteranceAt(
  place: Place,
  index: number,
  { message, opening, people: list }: ConversationDescription,
  { tree, html, people, guessed }: MessageReading,
): Utterance | undefined {
  if (!isShape(place.value) || message.leaveOut?.some((marks) => hasMarks(place.value, marks))) return undefined;
  const text = message.parts?.(tree, place) ?? textAt(place, message.text, tree, html);
  if (text === undefined) return undefined;
  const author = list === undefined ? undefined : wordsAt(place, list.of);
  const person = author === undefined ? undefined : people.get(author);
  const role =
    roleAt(place, message.role) ?? person?.role ?? (author === undefined ? undefined : guessed?.roles.get(author));
  return {
    index,
    role,
    // An id is nobody's name, but all there is to tell a role by.
    speaker: wordsAt(place, message.speaker) ?? person?.name ?? (role === undefined ? author : undefined),
    text,
    at: timeAt(place, message.at, message.isOffset) ?? openingTime(place, opening),
    until: message.until === undefined ? undefined : timeAt(place, message.until, message.isOffset),
  };
}

function openingTime({ path, above }: Place, opening: ConversationDescription['opening']): Time | undefined {
  const [record] = above;
  if (opening === undefined || record === undefined || path.at(-1) !== opening.field) return undefined;
  return timeAt({ value: record, path: [], above: [] }, opening.at, false);
}

interface Person {
  readonly role: Role | undefined;
  readonly name: string | undefined;
}

const NOBODY: ReadonlyMap<string, Person> = new Map();

function peopleOf(place: Place, people: People | undefined): ReadonlyMap<string, Person> {
  if (people === undefined) return NOBODY;
  for (const holder of [place.value, ...place.above]) {
    const listed = placesAt(holder, `${people.list}.*`);
    if (listed.length === 0) continue;
    return new Map(
      listed.flatMap((person) => {
        const id = wordsAt(person, people.id);
        return id === undefined
          ? []
          : [[id, { role: roleAt(person, people.role), name: wordsAt(person, people.name) }] as const];
      }),
    );
  }
  return NOBODY;
}

function roleAt(place: Place, fields: readonly RoleField[] | undefined): Role | undefined {
  for (const { field, roles } of fields ?? []) {
    const found = placeOf(place, [field], isTelling);
    if (found === undefined) continue;
    const name = String(found.value).toLowerCase();
    const role = roles === undefined ? roleOfField(name) : Object.hasOwn(roles, name) ? roles[name] : undefined;
    if (role !== undefined) return role;
  }
  return undefined;
}

function isTelling(value: unknown): boolean {
  return isStringOrNumber(value) || typeof value === 'boolean';
}

interface GuessedRoles {
  readonly roles: ReadonlyMap<string, Role>;
  readonly guess: string;
}

/** Who writes first in public asked; whoever else writes answers. Undefined where the roles are known. */
function rolesByOrder(
  messages: readonly Place[],
  { people: list, message }: ConversationDescription,
  people: ReadonlyMap<string, Person>,
): GuessedRoles | undefined {
  if (list === undefined) return undefined;
  const open = messages.filter(
    (place) => isShape(place.value) && !message.leaveOut?.some((marks) => hasMarks(place.value, marks)),
  );
  const authors = [...new Set(open.flatMap((place) => wordsAt(place, list.of) ?? []))];
  const [first] = authors;
  if (first === undefined || authors.length < 2 || authors.some((id) => people.get(id)?.role !== undefined))
    return undefined;
  return {
    roles: new Map(authors.map((id) => [id, id === first ? 'customer' : 'agent'])),
    guess: `“${first}” is taken for the customer, who writes first; nothing tells the roles. Add the list of users, or name agents with --agent.`,
  };
}

/** Some products write the newest message first. */
function inOrderOfTime(messages: readonly Place[], { at, isOffset }: MessageDescription): readonly Place[] {
  // What stands before the list has no time of its own.
  const times = messages.flatMap((place) => (isShape(place.value) ? (timeAt(place, at, isOffset)?.at ?? []) : []));
  const falls = times.filter((time, index) => index > 0 && time < (times[index - 1] as number)).length;
  const rises = times.filter((time, index) => index > 0 && time > (times[index - 1] as number)).length;
  return falls > rises ? [...messages].reverse() : messages;
}

function idOf({ place, messages }: FoundRecord, { id, groupedBy }: ConversationDescription): string | undefined {
  const [first] = messages;
  const group = groupedBy === undefined || first === undefined ? undefined : wordsAt(first, groupedBy);
  if (group !== undefined || id === undefined) return group;
  for (const value of [place.value, ...place.above]) {
    const found = wordsAt({ value, path: [], above: [] }, id);
    if (found !== undefined) return found;
  }
  return undefined;
}

function channelOf(
  { place, messages }: FoundRecord,
  { channelAt, channels = {} }: ConversationDescription,
): Channel | undefined {
  if (channelAt === undefined) return undefined;
  for (const one of [place, ...messages.slice(0, 1)]) {
    const name = wordsAt(one, channelAt)?.toLowerCase();
    if (name !== undefined && Object.hasOwn(channels, name)) return channels[name];
  }
  return undefined;
}

function timeAt(place: Place, names: readonly string[], isOffset: boolean | undefined): Time | undefined {
  const found = placeOf(place, names, isStringOrNumber);
  if (found === undefined) return undefined;
  const value = found.value as string | number;
  const number = typeof value === 'number' ? value : /^\d{1,15}(?:\.\d{1,9})?$/.test(value) ? Number(value) : undefined;
  if (number === undefined) return parseTime(value as string);
  if (!isOffset) return timeOfEpoch(number);
  return number >= 0 && number < LONGEST_CALL ? { basis: 'clock', at: Math.floor(number), precision: 1 } : undefined;
}

/** Milliseconds of a day: what is longer is no offset in a call. */
const LONGEST_CALL = 24 * 60 * 60 * 1000;
