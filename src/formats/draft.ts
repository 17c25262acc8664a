import type { DraftDocument } from '../core/document.ts';
import type { HeaderName } from '../core/mail.ts';
import { mailOf } from '../core/mail.ts';
import type { Range } from '../core/span.ts';
import type { Objection, Text } from '../core/text.ts';
import { guarded, slice } from '../core/text.ts';
import { parseMailDate } from '../mail/date.ts';
import type { HeaderBlock } from '../mail/header-block.ts';
import { headerBlockIn } from '../mail/header-block.ts';
import { linesIn } from '../transcripts/lines.ts';
import { transcriptLikeness } from '../transcripts/transcript.ts';
import type { FormatSettings, TextFormat } from './format.ts';
import { SURE } from './format.ts';

export const draft: TextFormat = {
  name: 'draft',
  about:
    'A reply that has not been sent: a text or Markdown file, or standard input. A mail may begin with its headers (Subject: …) and a blank line.',
  kind: 'draft',
  syntax: 'text',
  tells: {
    files: 'text, Markdown, standard input',
    knownBy: 'nothing else fits; headers such as `Subject:` show a mail',
    roles: 'the agent’s',
    times: '`Date` of a mail',
  },
  likeness(words, settings) {
    const block = blockIn(words, settings);
    return block !== undefined && isMail(words, block) ? SURE : LIKENESS;
  },
  read(text, settings) {
    if (text.words.trim() === '') return { documents: [], problems: [] };
    const block = blockIn(text.words, settings);
    const document: DraftDocument =
      block === undefined
        ? {
            kind: 'draft',
            text: keptDraft(text, settings),
            mail: settings.channel === 'email' ? mailOf({}, settings.bulk) : undefined,
            guesses: [],
          }
        : mailDraft(text, block, settings);
    return { documents: [document], problems: [] };
  },
};

const LIKENESS = 0.5;

/** A transcript may have a header too: "Subject: …", and then "Agent: …". */
function isMail(words: string, { bodyAt, isUnmistakable }: HeaderBlock): boolean {
  return isUnmistakable || transcriptLikeness(words.slice(bodyAt)) <= LIKENESS;
}

/** A draft that is known to go elsewhere than by mail has no headers. */
function blockIn(words: string, { channel }: FormatSettings): HeaderBlock | undefined {
  return channel === undefined || channel === 'email' ? headerBlockIn(words, channel === 'email') : undefined;
}

function mailDraft(text: Text, block: HeaderBlock, settings: FormatSettings): DraftDocument {
  const part = (range: Range) => guarded(slice(text, range), mailObjection(text.words, range, block, settings));
  const headers: Partial<Record<HeaderName, Text>> = {};
  for (const [name, range] of block.values)
    headers[name] = EDITED.includes(name)
      ? part(range)
      : guarded(slice(text, range), () => 'programs read this header');
  // A block without a subject is a mail without one.
  headers.subject ??= guarded(slice(text, { start: 0, end: 0 }), () => 'the mail has no subject line');
  return {
    kind: 'draft',
    text: part({ start: block.bodyAt, end: text.words.length }),
    channel: 'email',
    at: headers.date === undefined ? undefined : parseMailDate(headers.date.words),
    mail: mailOf(headers, settings.bulk),
    guesses: settings.channel === 'email' ? [] : ['The text begins with the headers of a mail.'],
  };
}

/** Headers that say something to people. */
const EDITED: readonly HeaderName[] = ['subject', 'from', 'reply-to', 'to', 'cc'];

/** A mail stays one with the same headers, and its other parts stay as they are. */
function mailObjection(words: string, part: Range, block: HeaderBlock, settings: FormatSettings): Objection {
  return ({ start, end }, replacement) => {
    const at = { start: part.start + start, end: part.start + end };
    const after = words.slice(0, at.start) + replacement + words.slice(at.end);
    const moved = replacement.length - (at.end - at.start);
    const again = blockIn(after, settings);
    const isSame =
      again !== undefined &&
      again.bodyAt === block.bodyAt + (part.start < block.bodyAt ? moved : 0) &&
      again.values.size === block.values.size &&
      [...block.values].every(([name, old]) => {
        const now = again.values.get(name);
        const shift = old.start > part.start ? moved : 0;
        const grown = old.start === part.start && part.start < block.bodyAt ? moved : 0;
        return now?.start === old.start + shift && now.end === old.end + shift + grown;
      });
    if (!isSame) return 'the headers of the mail would be read otherwise';
    if (settings.kind !== undefined) return undefined;
    return isMail(after, again) ? undefined : 'the draft would be read as a transcript';
  };
}

/** A draft whose kind nobody says stays one only as long as it looks neither like a transcript nor like a mail with headers. */
function keptDraft(text: Text, settings: FormatSettings): Text {
  const { words } = text;
  let hasLabels: boolean | undefined;
  const objection: Objection = ({ start, end }, replacement) => {
    const pieces = [words.slice(0, start), replacement, words.slice(end)];
    if (!pieces.some((piece) => /\S/.test(piece))) return 'nothing would be left of the draft';
    if (blockIn(pieces.join(''), settings) !== undefined) return 'the draft would be read as a mail with headers';
    if (settings.kind !== undefined) return undefined;
    const from = words.lastIndexOf('\n', start - 1) + 1;
    const to = words.indexOf('\n', end);
    const changed = words.slice(from, start) + replacement + words.slice(end, to < 0 ? words.length : to);
    hasLabels ??= linesIn(words).some(({ label }) => label !== undefined);
    if (!hasLabels && !linesIn(changed).some(({ label }) => label !== undefined)) return undefined;
    return transcriptLikeness(pieces.join('')) > LIKENESS ? 'the draft would be read as a transcript' : undefined;
  };
  return guarded(text, objection);
}
