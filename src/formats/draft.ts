import type { TextFormat } from './format.ts';

export const draft: TextFormat = {
  name: 'draft',
  about: 'A reply that has not been sent: a text or Markdown file, or standard input.',
  kind: 'draft',
  syntax: 'text',
  likeness: () => 0.5,
  read: (text) => ({ documents: text.words.trim() === '' ? [] : [{ kind: 'draft', text, guesses: [] }], problems: [] }),
};
