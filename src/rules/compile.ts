import type { Asked } from '../checks/all-of.ts';
import { conditionsIn } from '../checks/fact-conditions.ts';
import type { Figure } from '../checks/figure.ts';
import type { Wanted } from '../checks/wanted.ts';
import { SetupError, throwAll } from '../core/setup-error.ts';
import type { NameList } from '../detectors/detector.ts';
import { detectorsIn, PhraseError, parsePhrase } from '../matching/phrase.ts';
import type { Phrase } from '../matching/phrasebook.ts';
import { buildPhrasebook } from '../matching/phrasebook.ts';
import { ReadPhrases } from '../matching/read-phrases.ts';
import { nearest } from './nearest.ts';
import type { Place } from './place.ts';
import { EXCEPTION_PLACES, isPlaceOfCondition, parsePlace, RULE_PLACES } from './place.ts';
import type { Condition, Occasion, Plan, PlannedCheck, PlannedRule } from './plan.ts';
import type { LexiconEntry, RuleBook } from './rule-book.ts';
import type { AllOfFile, ConditionFile, OccasionFile, PhraseFile, RuleFile } from './schema.ts';
import type { Toolbox } from './toolbox.ts';
import { toolsOf } from './toolbox.ts';
import type { SettingsDocument } from './yaml-file.ts';

/**
 * Makes a plan of a rule book: one set of phrases per concept and per list of a rule, all in one index.
 * @throws SetupErrors with every mistake: unknown concepts and detectors, phrases that cannot be read, rules
 * that say nothing or too much
 * @param shipped a plan whose phrases need not be read again
 */
export function compileRules(book: RuleBook, shipped?: Plan): Plan {
  const compiler = new Compiler(book, new ReadPhrases(shipped?.book));
  const plan = compiler.plan();
  throwAll(compiler.errors);
  return plan;
}

type Path = readonly (string | number)[];

/** Where something of a rule or lexicon file stands. */
interface Origin {
  readonly owner: RuleFile | LexiconEntry;
  readonly path: Path;
}

/** A set of phrases while files add to it. */
interface GrowingSet {
  readonly name: string;
  readonly phrases: Phrase[];
  except?: number | undefined;
}

class Compiler {
  readonly errors: SetupError[] = [];
  readonly #book: RuleBook;
  readonly #tools: Toolbox;
  readonly #documents: ReadonlyMap<RuleFile | LexiconEntry, SettingsDocument>;
  readonly #sets: GrowingSet[] = [];
  readonly #concepts = new Map<string, number>();

  readonly #phrasesRead: ReadPhrases;

  constructor(book: RuleBook, phrasesRead: ReadPhrases) {
    this.#book = book;
    this.#tools = toolsOf(book);
    this.#phrasesRead = phrasesRead;
    this.#documents = book.documents ?? new Map();
  }

  plan(): Plan {
    this.#addConcepts();
    const rules = this.#book.rules.map((rule) => this.#rule(rule));
    this.#rejectTwins();
    throwAll(this.errors);
    return { rules, book: buildPhrasebook(this.#sets, this.#phrasesRead), tools: this.#book.tools };
  }

  #addConcepts(): void {
    for (const entry of this.#book.lexicon) {
      let set = this.#concepts.get(entry.concept);
      if (set === undefined) {
        set = this.#addSet(`@${entry.concept}`);
        this.#concepts.set(entry.concept, set);
      }
      entry.phrases.forEach((phrase, index) => {
        this.#addPhrase(set, phrase, { owner: entry, path: ['phrases', index] });
      });
      const phraseSet = this.#sets[set] as GrowingSet;
      entry.except.forEach((words, index) => {
        phraseSet.except ??= this.#addSet(`@${entry.concept} except`);
        this.#addPhrase(phraseSet.except, words, { owner: entry, path: ['except', index] });
      });
    }
  }

  #rule(rule: RuleFile): PlannedRule {
    listOf(rule.in).forEach((words, index) => {
      this.#checkPlace(rule, words, Array.isArray(rule.in) ? ['in', index] : ['in']);
    });
    if (listOf(rule.in).length > 1 && listOf(rule.in).some((one) => parsePlace(one)?.unit === 'library'))
      this.#report({ owner: rule, path: ['in'] }, 'a rule looks at a whole library or at places in it, not at both.');
    if (listOf(rule.in).length > 1 && rule.after !== undefined)
      this.#report({ owner: rule, path: ['in'] }, 'after an occasion a rule looks at one place.');
    return {
      id: rule.id,
      severity: rule.severity,
      preset: rule.preset,
      channels: rule.channels,
      documents: rule.documents,
      mail: rule.mail === undefined ? undefined : listOf(rule.mail),
      places: listOf(rule.in).map((place) => parsePlace(place) as Place),
      needs: rule.needs === undefined ? undefined : this.#needs(rule),
      occasion: rule.after === undefined ? undefined : this.#occasion(rule, rule.after),
      checks: this.#checks(rule),
      onlyIf: this.#conditions(rule, 'only if'),
      unless: this.#conditions(rule, 'unless'),
      oncePer: rule['once per'],
      masked: rule.masked,
      byReader: rule['reported by'] !== undefined,
      say: rule.say,
      instead: rule.instead,
      fix: rule.fix,
    };
  }

  #checkPlace(rule: RuleFile, words: string, path: Path): void {
    const place = parsePlace(words) as Place;
    const origin = { owner: rule, path };
    const isLastOfCustomer = place.which === 'last' && place.unit === 'message' && place.role === 'customer';
    const isLater = place.which === 'later' && place.unit === 'reply';
    if (place.unit === 'library') {
      if (rule.after !== undefined) this.#report(origin, 'a library has no occasions.', 'Leave out “after”.');
      return;
    }
    if (
      !(['each', 'first', 'last', 'next', 'whole'].includes(place.which) || isLater) ||
      place.unit === 'sentence' ||
      place.unit === 'words'
    ) {
      this.#report(origin, `a rule cannot look at “${words}”.`, `It can look at: ${RULE_PLACES.join(', ')}.`);
    } else if (place.which === 'next' && rule.after === undefined) {
      this.#report(origin, `“${words}” needs an occasion: after: {customer says: "@complaint"}.`);
    } else if (place.unit === 'message' && place.which !== 'each' && place.which !== 'next' && !isLastOfCustomer) {
      this.#report(origin, `“${words}” is no place of a rule.`, 'Say “first reply” or “each message”.');
    } else if (
      rule.after !== undefined &&
      (['conversation', 'part'].includes(place.unit) || isLater || (place.which !== 'next' && place.unit === 'message'))
    ) {
      this.#report(
        origin,
        'an occasion needs a place beside it.',
        'Say “next reply”, “next agent message” or “first reply”.',
      );
    }
  }

  #checks(rule: RuleFile): readonly PlannedCheck[] {
    if (rule['reported by'] !== undefined) return [];
    if (rule.examples === undefined) this.#report({ owner: rule, path: ['id'] }, `“${rule.id}” has no examples.`);
    const verbs = (['forbid', 'require', 'limit'] as const).filter((verb) => rule[verb] !== undefined);
    if (verbs.length !== 1) {
      this.#report(
        { owner: rule, path: ['id'] },
        verbs.length === 0
          ? `“${rule.id}” says neither forbid, require nor limit.`
          : `“${rule.id}” says ${verbs.join(' and ')}; a rule has one verb.`,
      );
      return [];
    }
    this.#checkMechanisms(rule);
    if (rule.limit !== undefined) return this.#mechanisms(rule, rule.limit, ['limit']);
    if (isAllOf(rule.require)) return [this.#allOf(rule, rule.require['all of'])];
    const verb = rule.require === undefined ? 'forbid' : 'require';
    const items = listOf<PhraseFile | Readonly<Record<string, unknown>>>(rule[verb]);
    const phrases: { item: PhraseFile; path: Path }[] = [];
    const checks: PlannedCheck[] = [];
    items.forEach((item, index) => {
      const path: Path = Array.isArray(rule[verb]) ? [verb, index] : [verb];
      if (isPhrase(item)) phrases.push({ item, path });
      else checks.push(...this.#mechanisms(rule, item, path));
    });
    if (phrases.length === 0) return checks;
    const wanted = this.#wantedItems(rule, phrases);
    if (verb === 'forbid') return [{ check: 'presence', options: { wanted } }, ...checks];
    if (checks.length > 0)
      this.#report({ owner: rule, path: [verb] }, 'a rule requires phrases or what one mechanism asks for, not both.');
    return [{ check: 'absence', options: { wanted } }];
  }

  /** A mechanism that compares entries sees one at a time anywhere but in a whole library. */
  #checkMechanisms(rule: RuleFile): void {
    if (listOf(rule.in).every((one) => parsePlace(one)?.unit === 'library')) return;
    const named = [rule.forbid ?? []].flat().flatMap((item) => (isPhrase(item) ? [] : Object.keys(item)));
    for (const { name, place } of this.#tools.checks)
      if (place === 'library' && named.includes(name))
        this.#report(
          { owner: rule, path: ['in'] },
          `“${name}” compares the entries of a library.`,
          'Say “in: library”.',
        );
  }

  /** The mechanisms with their options, phrases among them made ready. */
  #mechanisms(rule: RuleFile, written: Readonly<Record<string, unknown>>, path: Path): readonly PlannedCheck[] {
    return this.#tools.checks
      .filter((check) => written[check.name] !== undefined)
      .map((check) => {
        const options = written[check.name] as Readonly<Record<string, unknown>>;
        const phrases = (check.phraseOptions ?? []).map(
          (option) =>
            [option, this.#wanted(rule, options[option] as PhraseFile, [...path, check.name, option])] as const,
        );
        const lists = (check.phraseLists ?? []).map((option) => {
          const all = options[option] as readonly (PhraseFile | readonly PhraseFile[])[];
          const ready = all.map((list, index) => this.#wanted(rule, list, [...path, check.name, option, index]));
          return [option, ready] as const;
        });
        return {
          check: check.name,
          options:
            phrases.length + lists.length === 0
              ? options
              : { ...options, ...Object.fromEntries([...phrases, ...lists]) },
        };
      });
  }

  #allOf(rule: RuleFile, things: AllOfFile['all of']): PlannedCheck {
    const asked: Asked[] = Object.entries(things).map(([key, { called, has }]) => ({
      called,
      wanted: this.#wanted(rule, has, ['require', 'all of', key, 'has']),
    }));
    return { check: 'all-of', options: { asked } };
  }

  #occasion(rule: RuleFile, occasion: OccasionFile): Occasion | undefined {
    const [kind, ...more] = Object.keys(occasion) as (keyof OccasionFile)[];
    if (kind === undefined || more.length > 0) {
      this.#report(
        { owner: rule, path: ['after'] },
        '“after” takes one of: customer says, agent says, customer waits.',
      );
      return undefined;
    }
    if (kind === 'customer waits') return { kind: 'waits', longerThan: occasion[kind] as Figure<number> };
    return {
      kind: 'says',
      role: kind === 'agent says' ? 'agent' : 'customer',
      wanted: this.#wanted(rule, occasion[kind], ['after', kind]),
    };
  }

  #conditions(rule: RuleFile, key: 'only if' | 'unless'): readonly Condition[] {
    return listOf(rule[key]).map((condition, index) =>
      this.#condition(rule, condition, Array.isArray(rule[key]) ? [key, index] : [key]),
    );
  }

  #condition(rule: RuleFile, condition: ConditionFile, path: Path): Condition {
    const waitedLessThan = condition['waited less than'];
    const shorterThan = condition['shorter than'];
    const longerThan = condition['longer than'];
    const thereIs = condition['there is'];
    const facts = conditionsIn(condition);
    const moreThan = condition['has more than'];
    const isAboutPlace = [condition.has, moreThan, shorterThan, longerThan].some((one) => one !== undefined);
    const saysMore = [thereIs, waitedLessThan, condition.channels, facts].some((one) => one !== undefined);
    if (isAboutPlace !== (condition.in !== undefined) || !(isAboutPlace || saysMore)) {
      this.#report(
        { owner: rule, path },
        'a condition says where and what ({in: same reply, has: "@apology"}), {there is: PLACE}, {waited less than: 5 s}, a fact ({direction: outbound}), or channels.',
      );
      return {};
    }
    const place = condition.in === undefined ? undefined : parsePlace(condition.in);
    if (place !== undefined && !isPlaceOfCondition(place)) {
      this.#report(
        { owner: rule, path: [...path, 'in'] },
        `a condition cannot look at “${condition.in}”.`,
        `It can look at: ${EXCEPTION_PLACES.join(', ')}.`,
      );
    }
    const has = listOf<PhraseFile>(condition.has);
    return {
      place,
      wanted:
        condition.has === undefined
          ? undefined
          : this.#wanted(
              rule,
              has.filter((item) => item !== SAME_WORDS),
              [...path, 'has'],
            ),
      sameWords: has.includes(SAME_WORDS) || undefined,
      beside: moreThan === undefined ? undefined : this.#wanted(rule, moreThan, [...path, 'has more than']),
      shorterThan,
      longerThan,
      thereIs: thereIs === undefined ? undefined : parsePlace(thereIs),
      channels: condition.channels,
      waitedLessThan,
      facts,
    };
  }

  #needs(rule: RuleFile): readonly NameList[] {
    const known = this.#tools.detectors.flatMap(({ name, names }) =>
      names === undefined ? [] : [[`<${name}>`, names] as const],
    );
    return listOf(rule.needs).flatMap((written, index) => {
      const found = known.find(([name]) => name === written);
      if (found !== undefined) return [found[1]];
      this.#report(
        { owner: rule, path: Array.isArray(rule.needs) ? ['needs', index] : ['needs'] },
        `no names are told by “${written}”.`,
        `A rule can need: ${known.map(([name]) => name).join(', ')}.`,
      );
      return [];
    });
  }

  #wanted(rule: RuleFile, items: PhraseFile | readonly PhraseFile[] | undefined, path: Path): readonly Wanted[] {
    const isList = Array.isArray(items);
    return this.#wantedItems(
      rule,
      listOf(items as PhraseFile | PhraseFile[]).map((item, index) => ({
        item,
        path: isList ? [...path, index] : path,
      })),
    );
  }

  #wantedItems(rule: RuleFile, items: readonly { item: PhraseFile; path: Path }[]): readonly Wanted[] {
    const wanted: Wanted[] = [];
    let own: number | undefined;
    for (const { item, path } of items) {
      const words = typeof item === 'string' ? item : item.phrase;
      const origin = { owner: rule, path };
      const detector = /^<([a-z-]+)>$/.exec(words)?.[1];
      if (words.startsWith('@')) {
        const concept = this.#concept(words.slice(1), origin);
        if (concept !== undefined) wanted.push({ set: concept });
      } else if (detector !== undefined) {
        if (this.#isDetector(detector, origin)) wanted.push({ detector });
      } else {
        if (own === undefined) {
          own = this.#addSet(`${rule.id} ${path[0] as string}`);
          wanted.push({ set: own });
        }
        this.#addPhrase(own, item, origin);
      }
    }
    return wanted;
  }

  #concept(name: string, origin: Origin): number | undefined {
    const concept = this.#concepts.get(name);
    if (concept === undefined) {
      const near = nearest(name, [...this.#concepts.keys()]);
      this.#report(
        origin,
        `the lexicon has no concept “@${name}”.`,
        near === undefined ? '' : `Did you mean “@${near}”?`,
      );
    }
    return concept;
  }

  #isDetector(name: string, origin: Origin): boolean {
    const names = this.#tools.detectors.map((detector) => detector.name);
    if (names.includes(name)) return true;
    this.#report(
      origin,
      `there is no detector <${name}>.`,
      `Known are: ${names.map((known) => `<${known}>`).join(', ')}.`,
    );
    return false;
  }

  #addSet(name: string): number {
    this.#sets.push({ name, phrases: [] });
    return this.#sets.length - 1;
  }

  #addPhrase(set: number, item: PhraseFile, origin: Origin): void {
    const {
      phrase: words,
      exact,
      except,
      instead,
    } = typeof item === 'string' ? { phrase: item, exact: undefined, except: undefined, instead: undefined } : item;
    try {
      if (!this.#phrasesRead.has({ words, exact })) {
        this.#phrasesRead.read({ words, exact });
        for (const detector of detectorsIn(parsePhrase(words))) this.#isDetector(detector, origin);
      }
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      this.#report(origin, `in the phrase “${words}”: ${error.message}.`);
      return;
    }
    let exceptSet: number | undefined;
    for (const excepted of listOf(except)) {
      exceptSet ??= this.#addSet(`${words} except`);
      this.#addPhrase(exceptSet, excepted, origin);
    }
    this.#sets[set]?.phrases.push({ words, exact, instead, except: exceptSet });
  }

  #rejectTwins(): void {
    const seen = new Set<string>();
    for (const rule of this.#book.rules) {
      if (seen.has(rule.id)) this.#report({ owner: rule, path: ['id'] }, `two rules are called “${rule.id}”.`);
      seen.add(rule.id);
    }
  }

  #report({ owner, path }: Origin, problem: string, mend = ''): void {
    this.errors.push(new SetupError(problem, { place: this.#documents.get(owner)?.place(path), mend }));
  }
}

/** In a condition: the words that the rule found fault with. */
const SAME_WORDS = '{words}';

function listOf<Item>(items: Item | readonly Item[] | undefined): readonly Item[] {
  if (items === undefined) return [];
  return Array.isArray(items) ? (items as readonly Item[]) : [items as Item];
}

function isAllOf(required: unknown): required is AllOfFile {
  return typeof required === 'object' && required !== null && 'all of' in required;
}

function isPhrase(item: PhraseFile | Readonly<Record<string, unknown>>): item is PhraseFile {
  return typeof item === 'string' || 'phrase' in item;
}
