import { hasCues, utterancesOf } from '../transcripts/captions.ts';
import { conversationsOf } from '../transcripts/utterances.ts';
import type { TextFormat } from './format.ts';
import { CERTAIN } from './format.ts';

export const srt: TextFormat = {
  name: 'srt',
  about: 'A call as SRT: speakers from labels (`Agent: …`, `[Agent] …`), which hold until the next one.',
  kind: 'conversation',
  syntax: 'text',
  tells: {
    files: '`.srt`, text',
    knownBy: 'numbered captions with `00:00:01,000 --> …`',
    roles: 'labels, `agents`, guess',
    times: 'start and end of each turn',
    refuses: 'line breaks, labels',
  },
  likeness: (words) => (/^\s*\d{1,9}[ \t]*\n[^\n]{1,300}-->/.test(words) && hasCues(words) ? CERTAIN : 0),
  read: (text, settings) =>
    conversationsOf(utterancesOf(text, false), { channel: settings.channel ?? 'phone' }, { agents: settings.agents }),
};
