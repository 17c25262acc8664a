import { utterancesOf } from '../transcripts/captions.ts';
import { conversationsOf } from '../transcripts/utterances.ts';
import type { TextFormat } from './format.ts';
import { CERTAIN } from './format.ts';

export const webvtt: TextFormat = {
  name: 'webvtt',
  about: 'A call as WebVTT: speakers from voice tags (`<v Agent>`) or labels, which hold until the next one.',
  kind: 'conversation',
  syntax: 'text',
  tells: {
    files: '`.vtt`, text',
    knownBy: 'the line `WEBVTT`',
    roles: 'voice tags, labels, `agents`, guess',
    times: 'start and end of each turn',
    refuses: 'line breaks, labels, across tags',
  },
  likeness: (words) => (/^WEBVTT(?:[ \t\n]|$)/.test(words) ? CERTAIN : 0),
  read: (text, settings) =>
    conversationsOf(utterancesOf(text, true), { channel: settings.channel ?? 'phone' }, { agents: settings.agents }),
};
