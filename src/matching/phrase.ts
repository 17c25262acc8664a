/**
 * The phrase syntax of rule files and lexicons:
 *
 *     hold on                 the words, in any case and width, at edges of words
 *     (do not|don't) know     one of several
 *     please hold[ on]        an optional part; a space before or after it goes with it
 *     кешір(іңіз|сеңіз)~      the word may take endings of its language
 *     call ...3 back          at most three words (Han: characters) between
 *     within <duration>       what a detector finds
 *     <start>ok<end>          the message is only this; <pause> is the end of a clause
 *     \[ \| \~                the sign itself
 */
export type Node = WordsNode | ChoiceNode | GapNode | EndingNode | DetectorNode;

export interface WordsNode {
  readonly kind: 'words';
  readonly words: string;
}

/** One of the sequences, or nothing where `optional`. */
export interface ChoiceNode {
  readonly kind: 'choice';
  readonly optional: boolean;
  readonly options: readonly (readonly Node[])[];
}

export interface GapNode {
  readonly kind: 'gap';
  /** The most words, or Han characters, that may stand here. */
  readonly most: number;
}

export interface EndingNode {
  readonly kind: 'ending';
}

export interface DetectorNode {
  readonly kind: 'detector';
  readonly name: string;
}

/** A phrase that cannot be read. */
export class PhraseError extends Error {
  override readonly name = 'PhraseError';
  /** UTF-16 offset in the phrase. */
  readonly at: number;

  constructor(problem: string, at: number) {
    super(problem);
    this.at = at;
  }
}

/** @throws PhraseError */
export function parsePhrase(phrase: string): readonly Node[] {
  if (phrase.length > LONGEST_PHRASE)
    throw new PhraseError(`a phrase takes ${LONGEST_PHRASE} characters at most`, LONGEST_PHRASE);
  const reader = new Reader(phrase.normalize('NFC'));
  const nodes = reader.sequence('');
  if (nodes.length === 0) throw new PhraseError('the phrase is empty', 0);
  if (canBeEmpty(nodes)) throw new PhraseError('every part of the phrase is optional, so it would match everywhere', 0);
  return nodes;
}

function canBeEmpty(nodes: readonly Node[]): boolean {
  return nodes.every((node) => {
    if (node.kind === 'choice') return node.optional || node.options.some(canBeEmpty);
    return node.kind === 'ending' || node.kind === 'gap';
  });
}

/** The detectors that a phrase names. */
export function detectorsIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'detector') return [node.name];
    return node.kind === 'choice' ? node.options.flatMap(detectorsIn) : [];
  });
}

/** Far beyond what anybody writes. */
const LONGEST_PHRASE = 4000;

/** The longest gap that may be asked for: beyond it two ends of a phrase have nothing to do with each other. */
const LONGEST_GAP = 12;

/** Alternatives in one bracket, and brackets in brackets. */
const DEEPEST = 5;

class Reader {
  readonly #phrase: string;
  #at = 0;
  #depth = 0;

  constructor(phrase: string) {
    this.#phrase = phrase.trim().replace(/\s+/g, ' ');
  }

  sequence(closing: string): Node[] {
    const nodes: Node[] = [];
    for (;;) {
      const sign = this.#phrase[this.#at];
      if (sign === undefined || sign === closing || (closing !== '' && sign === '|')) break;
      nodes.push(this.#node(sign, nodes));
    }
    return withSpacesAttached(nodes);
  }

  #node(sign: string, before: readonly Node[]): Node {
    if (sign === '(' || sign === '[') return this.#choice(sign);
    if (sign === ')' || sign === ']')
      throw this.#error(`“${sign}” closes nothing; write \\${sign} for the sign itself`);
    if (sign === '|') throw this.#error('“|” stands outside of brackets; write (a|b)');
    if (sign === '~') {
      if (before.length === 0) throw this.#error('“~” needs a word before it');
      this.#at++;
      const next = this.#phrase[this.#at];
      if (next !== undefined && /[\p{L}\p{N}~]/u.test(next)) throw this.#error('“~” must end a word');
      return { kind: 'ending' };
    }
    if (sign === '<') return this.#detector();
    if (this.#phrase.startsWith('...', this.#at)) return this.#gap();
    return this.#words();
  }

  #choice(opening: string): ChoiceNode {
    const closing = opening === '(' ? ')' : ']';
    const opened = this.#at++;
    if (++this.#depth > DEEPEST) throw this.#error(`brackets stand more than ${DEEPEST} deep`);
    const options: Node[][] = [];
    for (;;) {
      const option = this.sequence(closing);
      if (option.length === 0) throw this.#error('an alternative is empty; put optional words in [ ]');
      options.push(option);
      const sign = this.#phrase[this.#at];
      if (sign === undefined) throw new PhraseError(`“${opening}” is never closed`, opened);
      this.#at++;
      if (sign === closing) break;
    }
    this.#depth--;
    return { kind: 'choice', optional: opening === '[', options };
  }

  #detector(): DetectorNode {
    const close = this.#phrase.indexOf('>', this.#at);
    if (close < 0) throw this.#error('“<” is never closed; write \\< for the sign itself');
    const name = this.#phrase.slice(this.#at + 1, close);
    if (!/^[a-z][a-z-]*$/.test(name)) throw this.#error(`“<${name}>” is no name of a detector`);
    this.#at = close + 1;
    return { kind: 'detector', name };
  }

  #gap(): GapNode {
    const digits = /^\d+/.exec(this.#phrase.slice(this.#at + 3))?.[0];
    if (digits === undefined) throw this.#error('“...” needs the most words that may stand there: ...3');
    const most = Number(digits);
    if (most < 1 || most > LONGEST_GAP) throw this.#error(`a gap takes 1 to ${LONGEST_GAP} words`);
    this.#at += 3 + digits.length;
    return { kind: 'gap', most };
  }

  #words(): WordsNode {
    let words = '';
    for (;;) {
      const sign = this.#phrase[this.#at];
      if (sign === undefined || '()[]|~<>'.includes(sign) || this.#phrase.startsWith('...', this.#at)) break;
      if (sign === '\\') {
        const escaped = this.#phrase[this.#at + 1];
        if (escaped === undefined) throw this.#error('“\\” at the end of the phrase escapes nothing');
        words += escaped;
        this.#at += 2;
      } else {
        words += sign;
        this.#at++;
      }
    }
    if (words === '') throw this.#error('“>” closes nothing; write \\> for the sign itself');
    return { kind: 'words', words };
  }

  #error(problem: string): PhraseError {
    return new PhraseError(problem, this.#at);
  }
}

/**
 * Moves the space beside an optional part into it, so that "please [do] hold" does not ask for two spaces where
 * the part is absent. A gap matches the spaces around it, so none is kept there.
 */
function withSpacesAttached(nodes: readonly Node[]): Node[] {
  const tail = startOfOptionalTail(nodes);
  const result: Node[] = [];
  nodes.forEach((node, index) => {
    const previous = nodes[index - 1];
    const next = nodes[index + 1];
    if (node.kind === 'words') {
      let { words } = node;
      const spaceTaken = previous !== undefined && isOptional(previous) && endsWithSpace(result.at(-1));
      if (previous?.kind === 'gap' || spaceTaken) words = words.trimStart();
      if (next?.kind === 'gap' || (index + 1 >= tail && tail < nodes.length)) words = words.trimEnd();
      if (words !== '') result.push({ kind: 'words', words });
    } else if (isOptional(node) && index >= tail) {
      result.push(startsWithSpaceBefore(previous) ? withAround(node, ' ', '') : node);
    } else if (
      isOptional(node) &&
      next?.kind === 'words' &&
      next.words.startsWith(' ') &&
      endsWithSpace(result.at(-1))
    ) {
      result.push(withAround(node, '', ' '));
    } else {
      result.push(node);
    }
  });
  return result;
}

/** From here on there are only optional parts, places and spaces; the length where the last part must be there. */
function startOfOptionalTail(nodes: readonly Node[]): number {
  let tail = nodes.length;
  while (tail > 0) {
    const node = nodes[tail - 1] as Node;
    if (!isOptional(node) && !isPlace(node) && !(node.kind === 'words' && node.words.trim() === '')) break;
    tail--;
  }
  return tail === 0 ? nodes.length : tail;
}

function isOptional(node: Node): node is ChoiceNode {
  return node.kind === 'choice' && node.optional;
}

/** Whether the node stands for a place between words, not for words. */
function isPlace(node: Node): boolean {
  return node.kind === 'detector' && PLACES.has(node.name);
}

/** Detectors that find places. */
const PLACES: ReadonlySet<string> = new Set(['start', 'end', 'pause']);

function startsWithSpaceBefore(previous: Node | undefined): boolean {
  return previous?.kind === 'words' && previous.words.endsWith(' ');
}

/** Whether what stands so far leaves nothing to ask of a space that follows it. */
function endsWithSpace(last: Node | undefined): boolean {
  if (last === undefined || last.kind === 'gap' || isPlace(last)) return true;
  if (last.kind === 'words') return last.words.endsWith(' ');
  return isOptional(last) && last.options.every((option) => option.length > 0 && endsWithSpace(option.at(-1)));
}

function withAround(node: ChoiceNode, before: string, after: string): ChoiceNode {
  const words = (around: string): Node[] => (around === '' ? [] : [{ kind: 'words', words: around }]);
  return { ...node, options: node.options.map((option) => [...words(before), ...option, ...words(after)]) };
}
