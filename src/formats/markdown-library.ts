import type { Entry } from '../core/document.ts';
import type { Range } from '../core/span.ts';
import type { Objection, Text } from '../core/text.ts';
import { guarded, join, slice } from '../core/text.ts';
import { transcriptLikeness } from '../transcripts/transcript.ts';
import type { FormatSettings, TextFormat } from './format.ts';

export const markdownLibrary: TextFormat = {
  name: 'markdown-library',
  about:
    'Canned replies in Markdown: headings as titles, and fenced blocks, quotations or paragraphs beneath as bodies.',
  kind: 'library',
  syntax: 'text',
  tells: { files: 'Markdown, text', knownBy: 'three replies under headings', roles: 'the agent’s', times: '' },
  likeness(words, settings) {
    if (settings.kind === 'library') return headedReplies(words).length > 0 ? 0.9 : words.trim() === '' ? 0 : 0.3;
    return words.includes('#') ? libraryLikeness(words) : 0;
  },
  read(text, settings) {
    const replies = repliesIn(text.words);
    const entries = replies.map((reply, index): Entry => {
      const edited = objectionIn(text.words, replies, index, settings);
      const { title, body } = reply;
      return {
        title: title === undefined ? undefined : guarded(slice(text, title), edited('title', title.start)),
        body: bodyText(text, body, edited),
      };
    });
    return { documents: entries.length === 0 ? [] : [{ kind: 'library', entries, guesses: [] }], problems: [] };
  },
};

interface Reply {
  readonly title: Range | undefined;
  /** Lines of a quotation stand apart; each but the last has its line feed. */
  readonly body: readonly Range[];
}

interface Section {
  readonly level: number;
  readonly title: Range;
  readonly fenced: readonly Range[];
  readonly quoted: readonly (readonly Range[])[];
  /** From the first to the last line that is not blank. */
  readonly paragraphs: Range | undefined;
}

/** Without a heading, the whole file is one reply. */
function repliesIn(words: string): readonly Reply[] {
  const headed = headedReplies(words);
  if (headed.length > 0) return headed;
  const start = words.search(/\S/);
  return start < 0 ? [] : [{ title: undefined, body: [{ start, end: words.trimEnd().length }] }];
}

/** Replies are written in one way throughout a file; what is written otherwise in it explains them. */
function headedReplies(words: string): readonly Reply[] {
  const sections = sectionsIn(words);
  const fenced = sections.flatMap(({ title, fenced }) => fenced.map((body) => ({ title, body: [body] })));
  if (fenced.length > 0) return fenced;
  const quoted = sections.flatMap(({ title, quoted }) => quoted.map((body) => ({ title, body })));
  if (quoted.length > 0) return quoted;
  const [first, second] = sections;
  // What stands under the title of the file explains it.
  const isAbout =
    first !== undefined &&
    second !== undefined &&
    first.level === 1 &&
    sections.filter(({ level }) => level === 1).length === 1;
  return sections.flatMap(({ title, paragraphs }, index) =>
    paragraphs === undefined || (isAbout && index === 0) ? [] : [{ title, body: [paragraphs] }],
  );
}

function sectionsIn(words: string): readonly Section[] {
  const sections: Section[] = [];
  let open: SectionParts | undefined;
  let fence: { readonly sign: string; readonly start: number } | undefined;
  const close = () => {
    if (open !== undefined) sections.push(sectionOf(open));
  };
  for (const { start, end } of linesOf(words)) {
    const line = words.slice(start, end);
    const fenceSign = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      const closes = fenceSign?.startsWith(fence.sign) && line.trim() === fenceSign;
      if (!closes) continue;
      const body = { start: fence.start, end: Math.max(fence.start, start - 1) };
      if (words.slice(body.start, body.end).trim() !== '') open?.fenced.push(body);
      fence = undefined;
      continue;
    }
    if (fenceSign !== undefined) {
      fence = { sign: fenceSign, start: end + 1 };
      continue;
    }
    const heading = /^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*(?:#+[ \t]*)?$/.exec(line);
    if (heading !== null) {
      close();
      const titleStart = start + line.indexOf(heading[2] as string, line.indexOf('#') + (heading[1] as string).length);
      const title = { start: titleStart, end: titleStart + (heading[2] as string).length };
      open = { level: (heading[1] as string).length, title, fenced: [], quoted: [], lines: [] };
    } else if (open !== undefined) addLine(open, words, { start, end });
  }
  close();
  return sections;
}

interface SectionParts {
  readonly level: number;
  readonly title: Range;
  readonly fenced: Range[];
  readonly quoted: Range[][];
  readonly lines: Range[];
}

function addLine(section: SectionParts, words: string, { start, end }: Range): void {
  const line = words.slice(start, end);
  const mark = /^ {0,3}>[ \t]?/.exec(line)?.[0];
  if (mark !== undefined) {
    const last = section.quoted.at(-1);
    const previous = last?.at(-1);
    const range = { start: start + mark.length, end };
    if (last !== undefined && previous !== undefined && previous.end === start - 1) {
      last[last.length - 1] = { start: previous.start, end: start };
      last.push(range);
    } else section.quoted.push([range]);
  } else if (line.trim() !== '' && !/^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/.test(line))
    section.lines.push({ start, end });
}

function sectionOf({ level, title, fenced, quoted, lines }: SectionParts): Section {
  const first = lines[0];
  const last = lines.at(-1);
  return {
    level,
    title,
    fenced,
    quoted,
    paragraphs: first === undefined || last === undefined ? undefined : { start: first.start, end: last.end },
  };
}

function* linesOf(words: string): Generator<Range> {
  for (let start = 0; start <= words.length; ) {
    const feed = words.indexOf('\n', start);
    const end = feed < 0 ? words.length : feed;
    yield { start, end };
    start = end + 1;
  }
}

/**
 * A draft may have a heading or a block of code. A library has several, and what stands in its blocks are sentences;
 * bare paragraphs must open as replies do.
 */
function libraryLikeness(words: string): number {
  const sections = sectionsIn(words);
  const replies = headedReplies(words);
  if (replies.length < FEWEST) return 0;
  const bodies = replies.map(({ body }) => body.map(({ start, end }) => words.slice(start, end)).join(''));
  const isMarked = sections.some(({ fenced, quoted }) => fenced.length + quoted.length > 0);
  const good = bodies.filter((body) => (isMarked ? isSentence(body) : opensAsReply(body))).length;
  if (good < bodies.length * (isMarked ? 0.6 : 0.5)) return 0;
  if (!isMarked) return 0.7;
  // Examples of conversations stand in blocks too; lines of a reply that look like labels are its own.
  const said = bodies.filter((body) => transcriptLikeness(body) > 0.8).length;
  return said > bodies.length / 2 ? 0 : 0.93;
}

const FEWEST = 3;

/** Several words with a mark at an end, and no program. */
function isSentence(body: string): boolean {
  const isText = /\S\s+\S+\s+\S+\s+\S/.test(body) || /\p{Script=Han}{3,}/u.test(body);
  return (
    isText &&
    /[.!?。！？～…,，:：]/.test(body) &&
    !/[;{}]\s*$|^\s*(?:\$|import |const |function |def |curl |-{1,2}[a-z])/m.test(body)
  );
}

function opensAsReply(body: string): boolean {
  return /^\W{0,3}(?:hi|hello|hey|dear|thanks?|thank you|good (?:morning|afternoon|evening)|sorry|we(?:'|’)?re sorry|i(?:'|’)?m sorry|welcome)(?![\p{L}])|^[\s"“]*(?:亲|您好|你好|感谢|谢谢|感謝|謝謝|尊敬的|非常抱歉|很抱歉|抱歉|欢迎|歡迎)|^[\s"«]*(?:сәлем|құрметті|қайырлы|здравствуйте|спасибо)|^[^.!?\n]{0,60}(?:рақмет|рахмет|кешіріңіз)/iu.test(
    body,
  );
}

function bodyText(text: Text, body: readonly Range[], edited: (part: 'body', start: number) => Objection): Text {
  let before = 0;
  const parts = body.map((range) => {
    const part = guarded(slice(text, range), edited('body', range.start));
    before += range.end - range.start;
    return part;
  });
  return before === 0 ? (parts[0] as Text) : join(parts, '');
}

/** An edit may change the words it is for, and neither the other replies nor what the file is read as. */
function objectionIn(words: string, replies: readonly Reply[], index: number, settings: FormatSettings) {
  const told = (text: string, { title, body }: Reply) => ({
    title: title === undefined ? undefined : text.slice(title.start, title.end),
    body: body.map(({ start, end }) => text.slice(start, end)).join(''),
  });
  return (part: 'title' | 'body', from: number): Objection =>
    ({ start, end }, replacement) => {
      const reply = replies[index] as Reply;
      const isShared = replies.filter(({ title }) => title?.start === reply.title?.start).length > 1;
      if (part === 'title' && isShared) return 'several replies stand under the heading';
      const changed = words.slice(0, from + start) + replacement + words.slice(from + end);
      // Where in the title or body the edit is: a quotation has lines before this one.
      const before =
        part === 'title'
          ? 0
          : reply.body.reduce((sum, line) => sum + (line.end <= from ? line.end - line.start : 0), 0);
      const after = repliesIn(changed);
      const isKept =
        after.length === replies.length &&
        after.every((one, number) => {
          const now = told(changed, one);
          const old = told(words, replies[number] as Reply);
          const expected = (field: 'title' | 'body') =>
            field !== part || number !== index
              ? old[field]
              : `${old[field]?.slice(0, before + start)}${replacement}${old[field]?.slice(before + end)}`;
          return now.title === expected('title') && now.body === expected('body');
        });
      if (!isKept) return 'the Markdown around the words would be read otherwise';
      if (settings.kind !== undefined) return undefined;
      return libraryLikeness(changed) > Math.max(0.5, transcriptLikeness(changed))
        ? undefined
        : 'the file would not be read as a library any more';
    };
}
