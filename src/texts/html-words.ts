import { Tokenizer } from 'htmlparser2';

/** What a reader sees of a piece of HTML. */
export interface HtmlWords {
  readonly words: string;
  /**
   * The place of each unit of the words in the markup: an entity or a `<br>` stands for one unit, the first of
   * a run of white space for the run; a line break that a block makes stands nowhere, and its place is empty. Empty lists unless asked for.
   */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

export interface HtmlReading {
  /** False where there is no tag at all: then white space is kept as it is. */
  readonly isMarkedUp: boolean;
  readonly withPlaces: boolean;
}

/**
 * The words of a piece of HTML: blocks break lines, white space is folded, entities are decoded, and what nobody sees
 * (scripts, styles, hidden elements) is left out.
 */
export function htmlWords(markup: string, { isMarkedUp, withPlaces }: HtmlReading): HtmlWords {
  if (!isMarkedUp && !withPlaces && !markup.includes('&')) return { words: markup, starts: [], ends: [] };
  const writer = new Writer(withPlaces);
  const write = (unit: string, start: number, end: number): void =>
    isMarkedUp ? writer.unit(unit, start, end, elements.isPreformatted) : writer.verbatim(unit, start, end);
  const elements = new Elements();
  let name = '';
  let nameAt = 0;
  let attribute = '';
  let attributes = new Map<string, string>();
  const open = (end: number): void => {
    if (name === 'br') {
      if (!elements.isHidden) writer.lineBreak(nameAt - 1, end + 1);
      return;
    }
    if (!elements.isHidden) writer.block(BLOCKS.get(name) ?? 0);
    if (!VOID.has(name)) elements.open(name, isHidden(name, attributes));
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext(start, end) {
        // The parser calls a closing tag that the end cuts off text from nowhere on.
        if (elements.isHidden || start < 0) return;
        for (let at = start; at < end; at++) write(markup[at] as string, at, at + 1);
      },
      ontextentity(codePoint, end) {
        if (elements.isHidden) return;
        const start = markup.lastIndexOf('&', end - 1);
        const decoded = String.fromCodePoint(codePoint);
        for (const unit of decoded.split('')) write(unit, start, end);
      },
      onopentagname(start, end) {
        name = markup.slice(start, end).toLowerCase();
        nameAt = start;
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = markup.slice(start, end).toLowerCase();
        attributes.set(attribute, '');
      },
      onattribdata(start, end) {
        attributes.set(attribute, `${attributes.get(attribute) ?? ''}${markup.slice(start, end)}`);
      },
      onattribentity() {},
      onattribend() {},
      onopentagend: open,
      onselfclosingtag: open,
      onclosetag(start, end) {
        const closed = markup.slice(start, end).toLowerCase();
        // A browser takes a closing br for a br, and so it is seen.
        if (closed === 'br') {
          if (!elements.isHidden) writer.block(1);
          return;
        }
        if (!elements.isHidden) writer.block(BLOCKS.get(closed) ?? 0);
        elements.close(closed);
      },
      oncdata() {},
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
  return writer.finish();
}

/** Elements that begin a line, by the line breaks around them: paragraphs stand apart. */
const BLOCKS: ReadonlyMap<string, number> = new Map([
  ...'address article aside center dd details dialog dir div dl dt fieldset figcaption figure footer form header hr legend li main menu nav option section summary table tbody td tfoot th thead tr'
    .split(' ')
    .map((name) => [name, 1] as const),
  ...'blockquote h1 h2 h3 h4 h5 h6 ol p pre ul'.split(' ').map((name) => [name, 2] as const),
]);

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

const UNSEEN = new Set(
  'audio canvas head iframe noembed noframes noscript object script select style svg template textarea title video'.split(
    ' ',
  ),
);

function isHidden(name: string, attributes: ReadonlyMap<string, string>): boolean {
  if (UNSEEN.has(name) || attributes.has('hidden')) return true;
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(
    attributes.get('style') ?? '',
  );
}

/** The elements that are open, as far as they matter: from the first hidden one on, and preformatted ones. */
class Elements {
  #hidden: string[] = [];
  /** How often each name is among the hidden ones, so that a closing tag without an opening one costs nothing. */
  readonly #counts = new Map<string, number>();
  #preformatted = 0;

  get isHidden(): boolean {
    return this.#hidden.length > 0;
  }

  get isPreformatted(): boolean {
    return this.#preformatted > 0;
  }

  open(name: string, isHidden: boolean): void {
    if (this.isHidden || isHidden) {
      this.#hidden.push(name);
      this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
    } else if (name === 'pre') this.#preformatted++;
  }

  close(name: string): void {
    if (!this.isHidden) {
      if (name === 'pre') this.#preformatted = Math.max(0, this.#preformatted - 1);
      return;
    }
    if ((this.#counts.get(name) ?? 0) === 0) return;
    for (;;) {
      const last = this.#hidden.pop() as string;
      this.#counts.set(last, (this.#counts.get(last) as number) - 1);
      if (last === name) return;
    }
  }
}

/** Puts the words together, line by line. */
class Writer {
  readonly #withPlaces: boolean;
  readonly #pieces: string[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #length = 0;
  /** Line breaks that are due before the next word. */
  #due = 0;
  #isLineEmpty = true;
  /** White space that counts if a word follows it in its line. */
  #space: { start: number; end: number } | undefined;
  /** The length up to the last unit that is no white space. */
  #kept = 0;

  constructor(withPlaces: boolean) {
    this.#withPlaces = withPlaces;
  }

  /** A unit that counts whatever it is. */
  verbatim(unit: string, start: number, end: number): void {
    this.#push(unit, start, end);
    this.#kept = this.#length;
  }

  unit(unit: string, start: number, end: number, isPreformatted: boolean): void {
    if (!isPreformatted && /[ \t\n\r\f]/.test(unit)) {
      if (this.#isLineEmpty) return;
      this.#space ??= { start, end };
      return;
    }
    if (isPreformatted && (unit === '\n' || unit === '\r')) {
      if (unit === '\n') this.lineBreak(start, end);
      return;
    }
    this.#breakLines(start);
    if (this.#space !== undefined) {
      this.#push(' ', this.#space.start, this.#space.end);
      this.#space = undefined;
    }
    this.#push(unit, start, end);
    this.#isLineEmpty = false;
    if (!/\s/.test(unit)) this.#kept = this.#length;
  }

  lineBreak(start: number, end: number): void {
    this.#space = undefined;
    this.#breakLines(start);
    // Nothing begins with an empty line.
    if (this.#length > 0) this.#push('\n', start, end);
    this.#isLineEmpty = true;
  }

  block(breaks: number): void {
    if (breaks === 0) return;
    this.#space = undefined;
    // The line that a <br> began is the block's own as long as nothing stands in it.
    const due = this.#isLineEmpty && this.#due === 0 ? breaks - 1 : breaks;
    if (this.#length > 0) this.#due = Math.max(this.#due, due);
    this.#isLineEmpty = true;
  }

  finish(): HtmlWords {
    return {
      words: this.#pieces.join('').slice(0, this.#kept),
      starts: this.#starts.slice(0, this.#kept),
      ends: this.#ends.slice(0, this.#kept),
    };
  }

  #breakLines(at: number): void {
    for (; this.#due > 0; this.#due--) this.#push('\n', at, at);
  }

  #push(unit: string, start: number, end: number): void {
    this.#pieces.push(unit);
    this.#length++;
    if (!this.#withPlaces) return;
    this.#starts.push(start);
    this.#ends.push(end);
  }
}
