import type { Entry } from '../core/document.ts';
import type { Objection, Text } from '../core/text.ts';
import { guarded } from '../core/text.ts';
import { mailOfRecord } from '../mail/record.ts';
import type { Shape } from '../texts/shape.ts';
import { fieldOf, isShape, isString, wordsOf } from '../texts/shape.ts';
import type { Tree, TreePath } from '../texts/tree.ts';
import { roleOfField } from '../transcripts/roles.ts';
import type { FormatSettings, TreeFormat } from './format.ts';

export const library: TreeFormat = {
  name: 'library',
  about:
    'Canned replies in YAML or JSON: a list, a list under any key, or a map, of entries with a title and a body (or of bodies by title).',
  kind: 'library',
  syntax: 'tree',
  tells: {
    files: 'JSON, JSONL, YAML',
    knownBy: 'objects with a body, a map of titles and bodies',
    roles: 'the agent’s',
    times: '',
  },
  likeness(value, settings) {
    const entries = entriesIn(value, settings);
    if (entries.length === 0) return 0;
    if (entries.some(({ shape }) => shape !== undefined && isSaid(shape))) return 0.3;
    // A file with conversations is read as such even where its replies are wanted as a library.
    if (settings.kind === 'library') return 0.9;
    return entries.some(({ title, body }) => title !== undefined || body.length > 1) ? 0.7 : 0.3;
  },
  read(tree, settings) {
    const entries = entriesIn(tree.value, settings).map((found) => entryOf(tree, found, settings));
    return { documents: entries.length === 0 ? [] : [{ kind: 'library', entries, guesses: [] }], problems: [] };
  },
};

interface FoundEntry {
  readonly shape: Shape | undefined;
  readonly path: TreePath;
  readonly id: string | undefined;
  readonly title: TreePath | undefined;
  readonly body: TreePath;
  /** Nothing but this body shows that the file is a library. */
  readonly isOnlyProof?: boolean;
}

const BODY_FIELDS = ['body', 'content', 'text', 'response', 'message', 'reply', 'answer'];
const ID_FIELDS = ['id', 'short_code'];
const TITLE_FIELDS = ['title', 'name', 'label', 'short_code', 'shortcut', 'key', 'subject'];

/** Lists may be nested a few keys deep: `{data: {macros: […]}}`. */
const DEEPEST = 3;

function entriesIn(value: unknown, settings: FormatSettings): readonly FoundEntry[] {
  const bodies = settings.fields['body'] === undefined ? BODY_FIELDS : [settings.fields['body']];
  const titles = settings.fields['title'] === undefined ? TITLE_FIELDS : [settings.fields['title']];
  const entryAt = (item: unknown, path: TreePath, id: string | undefined): FoundEntry | undefined => {
    if (!isShape(item)) return undefined;
    const body = fieldOf(item, bodies, isString);
    if (body === undefined) return undefined;
    const title = fieldOf(item, titles, isString);
    return {
      shape: item,
      path,
      id: id ?? wordsOf(item, ID_FIELDS),
      title: title === undefined ? undefined : [...path, ...title],
      body: [...path, ...body],
    };
  };
  const search = (at: unknown, path: TreePath, depth: number): readonly FoundEntry[] => {
    if (Array.isArray(at)) {
      return at.flatMap((item, index) => entryAt(item, [...path, index], undefined) ?? []);
    }
    if (!isShape(at) || depth > DEEPEST) return [];
    const single = depth === 0 ? entryAt(at, path, undefined) : undefined;
    if (single !== undefined && (single.title !== undefined || settings.kind === 'library')) return [single];
    const keys = Object.keys(at);
    const keyed = keys.flatMap((key) => entryAt(at[key], [...path, key], key) ?? []);
    if (keyed.length > 0) return keyed;
    for (const key of keys) {
      const inside = search(at[key], [...path, key], depth + 1);
      if (inside.length > 0) return inside;
    }
    return bodiesByTitle(at, path, settings.kind === 'library');
  };
  return search(value, [], 0);
}

/** A plain map of bodies by their titles. */
function bodiesByTitle(at: Shape, path: TreePath, isKnown: boolean): readonly FoundEntry[] {
  const keys = Object.keys(at);
  if (keys.length === 0 || !keys.every((key) => isString(at[key]))) return [];
  const sentences = keys.filter((key) => isSentence(at[key] as string));
  if (!isKnown && sentences.length === 0) return [];
  const onlyProof = !isKnown && sentences.length === 1 ? sentences[0] : undefined;
  return keys.map((key) => ({
    shape: undefined,
    path,
    id: key,
    title: undefined,
    body: [...path, key],
    isOnlyProof: key === onlyProof,
  }));
}

const ROLE_FIELDS = ['role', 'sender_type', 'author.type'];
const LANGUAGE_FIELDS = ['language', 'lang', 'locale'];

/** Who says it is known, so it is a message of a conversation. */
function isSaid(shape: Shape): boolean {
  return roleOfField(wordsOf(shape, ROLE_FIELDS) ?? '') !== undefined;
}

/** A sentence to somebody, not a setting: several words, or Han characters with a mark. */
function isSentence(words: string): boolean {
  return /\S\s+\S+\s+\S+\s+\S/.test(words) || (/\p{Script=Han}{3,}/u.test(words) && /[，。！？～]/.test(words));
}

function entryOf(
  tree: Tree,
  { shape, path, id, title, body, isOnlyProof }: FoundEntry,
  { channel: configured, bulk }: FormatSettings,
): Entry {
  const text = tree.text(body);
  const isMail =
    shape !== undefined && (configured === 'email' || (configured === undefined && isString(shape['subject'])));
  const mail = isMail ? mailOfRecord(tree, shape, path, { isBulk: bulk }) : undefined;
  const isTitledBySubject = title?.at(-1) === 'subject' && mail?.headers.subject !== undefined;
  return {
    id,
    title: isTitledBySubject ? mail.headers.subject : title === undefined ? undefined : titleOf(tree, title, id),
    body: isOnlyProof ? guarded(text, objectionTo(text.words)) : text,
    language: shape === undefined ? undefined : wordsOf(shape, LANGUAGE_FIELDS),
    channel: isMail ? 'email' : undefined,
    mail,
  };
}

/** Agents type the short code of a reply; where it is all that names the entry, another would be another entry. */
function titleOf(tree: Tree, path: TreePath, id: string | undefined): Text {
  const text = tree.text(path);
  return text.words === id ? guarded(text, () => 'the words are the id of the entry') : text;
}

function objectionTo(body: string): Objection {
  return ({ start, end }, words) =>
    isSentence(body.slice(0, start) + words + body.slice(end))
      ? undefined
      : 'nothing would show any more that the file is a library; say so in the configuration';
}
