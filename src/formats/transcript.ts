import { documentsOfTranscript } from '../transcripts/document.ts';
import { transcriptLikeness } from '../transcripts/transcript.ts';
import type { TextFormat } from './format.ts';

export const transcript: TextFormat = {
  name: 'transcript',
  about: 'A conversation with a label before each message: 客服(10:20:26):…, Agent (Ben): …, [10:20] Ben: …',
  kind: 'conversation',
  syntax: 'text',
  tells: {
    files: 'text, Markdown, standard input',
    knownBy: 'labels before messages',
    roles: 'labels, names, `agents`, guess',
    times: 'labels',
    refuses: 'line breaks, labels',
  },
  likeness: (words) => transcriptLikeness(words),
  read: (text, settings) => documentsOfTranscript(text, {}, settings),
};
