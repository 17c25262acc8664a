import type { Objection, Text } from '../core/text.ts';
import { guarded } from '../core/text.ts';
import { linesIn } from '../transcripts/lines.ts';
import { transcriptLikeness } from '../transcripts/transcript.ts';
import type { FormatSettings, TextFormat } from './format.ts';

export const draft: TextFormat = {
  name: 'draft',
  about: 'A reply that has not been sent: a text or Markdown file, or standard input.',
  kind: 'draft',
  syntax: 'text',
  tells: { files: 'text, Markdown, standard input', roles: 'the agent’s', times: '' },
  likeness: () => LIKENESS,
  read(text, { kind }) {
    const documents =
      text.words.trim() === '' ? [] : [{ kind: 'draft', text: keptDraft(text, kind), guesses: [] } as const];
    return { documents, problems: [] };
  },
};

const LIKENESS = 0.5;

/** A draft whose kind nobody says stays one only as long as it does not look like a transcript. */
function keptDraft(text: Text, kind: FormatSettings['kind']): Text {
  const { words } = text;
  let hasLabels: boolean | undefined;
  const objection: Objection = ({ start, end }, replacement) => {
    const pieces = [words.slice(0, start), replacement, words.slice(end)];
    if (!pieces.some((piece) => /\S/.test(piece))) return 'nothing would be left of the draft';
    if (kind !== undefined) return undefined;
    const from = words.lastIndexOf('\n', start - 1) + 1;
    const to = words.indexOf('\n', end);
    const changed = words.slice(from, start) + replacement + words.slice(end, to < 0 ? words.length : to);
    hasLabels ??= linesIn(words).some(({ label }) => label !== undefined);
    if (!hasLabels && !linesIn(changed).some(({ label }) => label !== undefined)) return undefined;
    return transcriptLikeness(pieces.join('')) > LIKENESS ? 'the draft would be read as a transcript' : undefined;
  };
  return guarded(text, objection);
}
