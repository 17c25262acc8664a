import type { Entry } from '../core/document.ts';
import type { HtmlReader } from '../texts/html-reader.ts';
import type { Marks, Place } from '../texts/places.ts';
import { hasMarks, placeOf, placesAt } from '../texts/places.ts';
import { isString } from '../texts/shape.ts';
import type { Tree } from '../texts/tree.ts';
import type { TextField } from './description.ts';
import { isRenamed, knownByFields, textAt, wordsAt } from './description.ts';
import type { Tells, TreeFormat } from './format.ts';
import { CERTAIN } from './format.ts';

/** Where the canned replies of a product stand in what it exports. Names of fields may be paths. */
export interface LibraryDescription {
  readonly name: string;
  readonly about: string;
  /** Where the entries may stand; the first place with one that has the marks is taken. */
  readonly entries: readonly string[];
  /** What shows that something is an entry of this product, and of no other. */
  readonly marks: Marks;
  readonly id: readonly string[];
  readonly title: readonly string[];
  readonly language?: readonly string[];
  /** An entry may have several bodies: one for mails, one for chats. */
  readonly bodies: readonly BodyDescription[];
  /** Entries that no customer reads. */
  readonly leaveOut?: (entry: Place) => boolean;
}

export interface BodyDescription {
  /** The objects of the entry that may hold the body; the entry itself where absent. */
  readonly within?: string;
  readonly where?: Marks;
  /** The first of these that is a string is the body. */
  readonly fields: readonly TextField[];
}

/** The format that a description gives. */
export function describedLibrary(description: LibraryDescription): TreeFormat {
  const { name, about } = description;
  const hasHtml = description.bodies.some(({ fields }) => fields.some(({ isHtml }) => isHtml));
  return {
    name,
    about,
    kind: 'library',
    syntax: 'tree',
    hasHtml,
    tells: { ...TELLS, knownBy: knownByFields(description.marks), ...(hasHtml ? { refuses: 'across HTML tags' } : {}) },
    likeness: (value, settings) => (isRenamed(settings) || entriesIn(value, description) === undefined ? 0 : CERTAIN),
    read(tree, _, html) {
      const entries = (entriesIn(tree.value, description) ?? []).flatMap((place) =>
        entriesAt(place, description, tree, html),
      );
      return { documents: [{ kind: 'library', entries, guesses: [] }], problems: [] };
    },
  };
}

const TELLS: Omit<Tells, 'knownBy'> = { files: 'JSON, JSONL, YAML', roles: 'the agent’s', times: '' };

function entriesIn(value: unknown, { entries, marks }: LibraryDescription): readonly Place[] | undefined {
  for (const pattern of entries) {
    const places = placesAt(value, pattern);
    const found = places.some((place) => hasMarks(place.value, marks));
    if (found) return places.filter((place) => hasMarks(place.value, marks));
  }
  return undefined;
}

function entriesAt(
  entry: Place,
  { id, title, language, bodies, leaveOut }: LibraryDescription,
  tree: Tree,
  html: HtmlReader | undefined,
): readonly Entry[] {
  if (leaveOut?.(entry)) return [];
  const titleAt = placeOf(entry, title, isString);
  const about = {
    id: wordsAt(entry, id),
    title: titleAt === undefined ? undefined : tree.text(titleAt.path),
    language: language === undefined ? undefined : wordsAt(entry, language),
  };
  const found = bodies.flatMap(({ within = '', where = {}, fields }) =>
    placesAt(entry.value, within)
      .filter(({ value }) => hasMarks(value, where))
      .flatMap((holder) => {
        const body = textAt({ ...holder, path: [...entry.path, ...holder.path] }, fields, tree, html);
        return body === undefined ? [] : [body];
      }),
  );
  // The title stands once in the file, and is read once.
  return found.map((body, at): Entry => ({ ...about, title: at === 0 ? about.title : undefined, body }));
}
