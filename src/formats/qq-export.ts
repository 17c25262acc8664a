import { parseTime } from '../core/parse-time.ts';
import type { Apart, Head, Notation } from '../transcripts/exported.ts';
import { headsIn, readExported } from '../transcripts/exported.ts';
import type { TextFormat } from './format.ts';
import { CERTAIN } from './format.ts';

export const qqExport: TextFormat = {
  name: 'qq-export',
  about:
    'What QQ exports as text (消息记录): “2024-05-01 10:20:26 昵称(12345)” and the words in the lines below; several chats in one file.',
  kind: 'conversation',
  syntax: 'text',
  tells: {
    files: 'text',
    knownBy: 'the lines of QQ: time, name (number)',
    roles: 'names of roles, `agents`, guess',
    times: 'each message',
    refuses: 'what would begin a message',
  },
  likeness(words) {
    const { count, isFirst } = headsIn(words, NOTATION);
    if (count === 0 || !isFirst) return 0;
    return TITLE.test(words) || count > 1 ? CERTAIN : 0.92;
  },
  read: (text, settings) =>
    readExported(text, NOTATION, { channel: settings.channel ?? 'chat' }, { agents: settings.agents, isEndless: true }),
};

const TITLE = /^\ufeff?\s*消息记录（/;
const HEAD =
  /^(\d{4}-\d{1,2}-\d{1,2} (?:[上下]午 ?)?\d{1,2}:\d{2}:\d{2}) ([^:：\n]{1,80}?)(?:\(\d{4,12}\)|<[^<>\s]+@[^<>\s]+>)?$/;

const NOTATION: Notation = {
  head(line): Head | undefined {
    const match = HEAD.exec(line.trimEnd());
    const at = match === null ? undefined : parseTime(match[1] as string);
    return match === null || at === undefined ? undefined : { at, speaker: match[2], wordsAt: line.length };
  },
  apart(line): Apart | undefined {
    if (/^={10,}$/.test(line) || TITLE.test(line) || line.startsWith('消息分组:')) return {};
    return line.startsWith('消息对象:') ? { chat: line.slice('消息对象:'.length).trim() } : undefined;
  },
};
