import { parseTime } from '../core/parse-time.ts';
import type { Apart, Head, Notation } from '../transcripts/exported.ts';
import { headsIn, readExported } from '../transcripts/exported.ts';
import type { TextFormat } from './format.ts';
import { CERTAIN } from './format.ts';

export const wechatExport: TextFormat = {
  name: 'wechat-export',
  about:
    'A chat of WeChat as text: “昵称 2024-05-01 10:20:26”, “昵称(2024/5/1 10:20)” or, below a line with the day, “昵称  10:20”, and the words in the lines below.',
  kind: 'conversation',
  syntax: 'text',
  tells: {
    files: 'text',
    knownBy: 'the lines of WeChat: name, time',
    roles: 'names of roles, `agents`, guess',
    times: 'each message',
    refuses: 'what would begin a message',
  },
  likeness(words) {
    const { count, isFirst } = headsIn(words, NOTATION);
    return isFirst && count > 1 ? CERTAIN : 0;
  },
  read: (text, settings) =>
    readExported(text, NOTATION, { channel: settings.channel ?? 'chat' }, { agents: settings.agents, isEndless: true }),
};

const WHEN = '\\d{4}[-/年]\\d{1,2}[-/月]\\d{1,2}日? (?:[上下]午)?\\d{1,2}:\\d{2}(?::\\d{2})?';
/** An account of a shop on Qianniu has a colon in its name. */
const HEAD = new RegExp(
  `^(?<name>[^:：\\n]{1,60}?(?:[:：][^\\s:：]{1,20})?)(?:\\s{1,8}(?<bare>${WHEN})|\\s{0,8}[(（](?<bracketed>${WHEN})[)）])$`,
);
const HEAD_OF_DAY = /^(?<name>[^:：\n]{1,60}?)\s{1,4}(?<clock>(?:[上下]午)?\d{1,2}:\d{2}(?::\d{2})?)$/;
const DAY = /^[—–-]{3,}\s*(\d{4}-\d{1,2}-\d{1,2})\s*[—–-]{3,}$/;

const NOTATION: Notation = {
  head(line, day): Head | undefined {
    const words = line.trimEnd();
    const groups = HEAD.exec(words)?.groups;
    const ofDay = groups === undefined && day !== undefined ? HEAD_OF_DAY.exec(words)?.groups : undefined;
    const name = (groups ?? ofDay)?.['name']?.trim();
    if (name === undefined || name === '') return undefined;
    const at = parseTime(groups?.['bare'] ?? groups?.['bracketed'] ?? `${day ?? ''} ${ofDay?.['clock'] ?? ''}`);
    return at === undefined ? undefined : { at, speaker: name, wordsAt: line.length };
  },
  apart(line): Apart | undefined {
    const day = DAY.exec(line.trim())?.[1];
    return day === undefined ? undefined : { day };
  },
};
