import { distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import { VENDORS } from '../placeholders/registry.ts';
import type { Slot } from '../placeholders/slots.ts';
import { slotsIn } from '../placeholders/slots.ts';
import type { Vendor } from '../placeholders/vendor.ts';
import type { Problem, ReadMessage } from './check.ts';
import { defineCheck } from './check.ts';

export const unknownPlaceholder = defineCheck({
  name: 'unknown-placeholder',
  verb: 'forbid',
  place: 'library',
  about:
    'A slot whose name is mistyped: nearly one of the help desk that the library is written for, or nearly one that the library uses often. With `vendors` or `known`, any other name too.',
  options: v.strictObject({
    vendors: v.optional(
      v.pipe(
        v.array(v.picklist(VENDORS.map(({ name }) => name))),
        v.description('The help desks that fill the slots in; guessed from the slots if absent.'),
      ),
      [],
    ),
    known: v.optional(
      v.pipe(v.array(v.string()), v.description('Names of slots of your own, without brackets: order.carrier')),
      [],
    ),
  }),
  find(target, { vendors, known }) {
    const found = target.messages.flatMap((message) => slotsIn(message.words).map((slot) => ({ message, slot })));
    if (found.length === 0) return [];
    const slots = found.map(({ slot }) => slot);
    const names = new KnownNames(vendorsFor(slots, vendors), known, slots);
    const isClosed = vendors.length + known.length > 0;
    return found.flatMap(({ message, slot }) => {
      if (names.has(slot)) return [];
      const meant = names.nearest(slot);
      return meant !== undefined || (isClosed && names.judges(slot)) ? [problemOf(message, slot, meant)] : [];
    });
  },
});

function problemOf(message: ReadMessage, { start, end, name, named }: Slot, meant: string | undefined): Problem {
  const { words } = message;
  return {
    message,
    range: { start, end },
    data: { name },
    instead: meant === undefined ? undefined : words.slice(start, named.start) + meant + words.slice(named.end, end),
  };
}

/** Those that are named, or those that know most of the slots in their brackets. */
function vendorsFor(slots: readonly Slot[], named: readonly string[]): readonly Vendor[] {
  if (named.length > 0) return VENDORS.filter(({ name }) => named.includes(name));
  return VENDORS.filter((vendor) => {
    const own = slots.filter(({ grammar }) => grammar === vendor.grammar);
    return own.length > 0 && own.filter(({ name }) => knows(vendor, name)).length * 2 > own.length;
  });
}

const patterns = new WeakMap<Vendor, RegExp>();

function knows(vendor: Vendor, name: string): boolean {
  let pattern = patterns.get(vendor);
  if (pattern === undefined) {
    const written = vendor.known.map((one) =>
      one
        .replaceAll('.', '\\.')
        .replaceAll('**', '\u0000')
        .replaceAll('*', '[\\p{L}\\p{N}_-]+')
        .replaceAll('\u0000', '.+'),
    );
    pattern = new RegExp(`^(?:${written.join('|')})$`, 'u');
    patterns.set(vendor, pattern);
  }
  return pattern.test(name);
}

class KnownNames {
  readonly #vendors: readonly Vendor[];
  readonly #own: ReadonlySet<string>;
  /** How often each slot stands in the library, by its brackets and name. */
  readonly #uses = new Map<string, number>();
  /** The names that the library uses often. */
  readonly #frequent: ReadonlyMap<Slot['grammar'], readonly string[]>;
  readonly #nearest = new Map<string, string | undefined>();

  constructor(vendors: readonly Vendor[], own: readonly string[], slots: readonly Slot[]) {
    this.#vendors = vendors;
    this.#own = new Set(own);
    for (const slot of slots) this.#uses.set(keyOf(slot), (this.#uses.get(keyOf(slot)) ?? 0) + 1);
    this.#frequent = this.#frequentNames(slots);
  }

  has({ grammar, name }: Slot): boolean {
    return this.#own.has(name) || this.#vendors.some((vendor) => vendor.grammar === grammar && knows(vendor, name));
  }

  /** Whether the lists speak of slots in these brackets; brackets of other kinds are notes of the team. */
  judges({ grammar }: Slot): boolean {
    return this.#vendors.length === 0 || this.#vendors.some((vendor) => vendor.grammar === grammar);
  }

  /** The name that is meant, or undefined where none is near. */
  nearest(slot: Slot): string | undefined {
    const key = keyOf(slot);
    if (!this.#nearest.has(key)) this.#nearest.set(key, this.#search(slot));
    return this.#nearest.get(key);
  }

  #search(slot: Slot): string | undefined {
    const listed = [
      ...this.#own,
      ...this.#vendors.filter(({ grammar }) => grammar === slot.grammar).flatMap(({ known }) => known),
    ];
    const near = listed.find((name) => isMistyped(slot.name, name, true));
    if (near !== undefined) return near;
    const uses = this.#uses.get(keyOf(slot)) ?? 0;
    return this.#frequent
      .get(slot.grammar)
      ?.find(
        (name) =>
          (this.#uses.get(keyOf({ grammar: slot.grammar, name })) ?? 0) >= uses * MORE &&
          isMistyped(slot.name, name, false),
      );
  }

  /** In brackets of machines only: what people write between [ ] is a note, and notes resemble each other. */
  #frequentNames(slots: readonly Slot[]): ReadonlyMap<Slot['grammar'], readonly string[]> {
    const frequent = new Map<Slot['grammar'], string[]>();
    const seen = new Set<string>();
    for (const slot of slots) {
      const key = keyOf(slot);
      if (seen.has(key) || !slot.grammar.includes('{') || (this.#uses.get(key) ?? 0) < MANY) continue;
      seen.add(key);
      const names = frequent.get(slot.grammar) ?? [];
      frequent.set(slot.grammar, names);
      if (names.length < MOST_NAMES) names.push(slot.name);
    }
    return frequent;
  }
}

/** No help desk has more; a library that seems to is none. */
const MOST_NAMES = 1000;

/** How often the library uses a name, and how many times as often as the other, before the other is a mistake. */
const MANY = 4;
const MORE = 4;

function keyOf({ grammar, name }: Pick<Slot, 'grammar' | 'name'>): string {
  return `${grammar} ${name}`;
}

/**
 * One part of the name differs by a letter or two, and not in what makes names of their own: the first letter, a
 * number, a plural, a part of few letters. A Han character is a word of its own and no mistype.
 * @param isListed the names come from a list, where capitals and blanks between parts count too
 */
function isMistyped(name: string, meant: string, isListed: boolean): boolean {
  if (name === meant || Math.abs(name.length - meant.length) > 2) return false;
  if (name.toLowerCase() === meant.toLowerCase()) return isListed;
  const parts = name.split(PARTS);
  const others = meant.split(PARTS);
  if (parts.length !== others.length) return isListed && joined(parts) === joined(others);
  const differing = parts.flatMap((part, at) => (part === others[at] ? [] : [[part, others[at] as string] as const]));
  const [[part, other] = ['', '']] = differing;
  const shorter = Math.min(part.length, other.length);
  if (differing.length !== 1 || shorter < 4 || part[0] !== other[0] || /\p{Script=Han}/u.test(part + other))
    return false;
  if (part.replace(/\d/g, '') === other.replace(/\d/g, '') || `${part}s` === other || `${other}s` === part)
    return false;
  return distance(part, other) <= (shorter >= 7 ? 2 : 1) || isSwapped(part, other);
}

/** Two letters beside each other have changed places. */
function isSwapped(part: string, other: string): boolean {
  const at = [...part].findIndex((letter, index) => letter !== other[index]);
  return part.slice(0, at) + part[at + 1] + part[at] + part.slice(at + 2) === other;
}

const PARTS = /[._ -]/;

/** first_name and firstname */
function joined(parts: readonly string[]): string {
  return parts.join('').toLowerCase();
}
