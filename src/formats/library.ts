import type { Entry } from '../core/document.ts';
import type { Shape } from '../texts/shape.ts';
import { fieldOf, isShape, isString, wordsOf } from '../texts/shape.ts';
import type { Tree, TreePath } from '../texts/tree.ts';
import type { FormatSettings, TreeFormat } from './format.ts';

export const library: TreeFormat = {
  name: 'library',
  about:
    'Canned replies in YAML or JSON: a list, a list under any key, or a map, of entries with a title and a body (or of bodies by title).',
  kind: 'library',
  syntax: 'tree',
  likeness(value, settings) {
    const entries = entriesIn(value, settings);
    if (entries.length === 0) return 0;
    // A file with conversations is read as such even where its replies are wanted as a library.
    if (settings.kind === 'library') return 0.9;
    return entries.some(({ title, body }) => title !== undefined || body.length > 1) ? 0.7 : 0.3;
  },
  read(tree, settings) {
    const entries = entriesIn(tree.value, settings).map((found) => entryOf(tree, found));
    return { documents: entries.length === 0 ? [] : [{ kind: 'library', entries, guesses: [] }], problems: [] };
  },
};

interface FoundEntry {
  readonly shape: Shape | undefined;
  readonly id: string | undefined;
  readonly title: TreePath | undefined;
  readonly body: TreePath;
}

const BODY_FIELDS = ['body', 'content', 'text', 'response', 'message', 'reply', 'answer'];
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
      id: id ?? wordsOf(item, ['id', 'short_code']),
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
    // A plain map of bodies by their titles.
    if (
      keys.length > 0 &&
      keys.every((key) => isString(at[key])) &&
      (settings.kind === 'library' || keys.some((key) => isSentence(at[key] as string)))
    ) {
      return keys.map((key) => ({ shape: undefined, id: key, title: undefined, body: [...path, key] }));
    }
    return [];
  };
  return search(value, [], 0);
}

/** A sentence to somebody, not a setting: several words, or Han characters with a mark. */
function isSentence(words: string): boolean {
  return words.trim().split(/\s+/).length >= 4 || (/\p{Script=Han}{3,}/u.test(words) && /[，。！？～]/.test(words));
}

function entryOf(tree: Tree, { shape, id, title, body }: FoundEntry): Entry {
  return {
    id,
    title: title === undefined ? undefined : tree.text(title),
    body: tree.text(body),
    language: shape === undefined ? undefined : wordsOf(shape, ['language', 'lang', 'locale']),
  };
}
