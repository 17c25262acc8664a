import { cellsOf } from '../core/cells.ts';
import type { Range } from '../core/span.ts';
import type { MailLine } from './lines.ts';

/**
 * The address at the top of a mail, "Dear Ms Park,", or undefined.
 * @param greetings where greetings stand in the mail
 */
export function salutationIn(lines: readonly MailLine[], greetings: readonly Range[]): Range | undefined {
  const first = lines.find(({ isBlank }) => !isBlank);
  if (first === undefined) return undefined;
  const start = first.start + first.words.length - first.words.trimStart().length;
  const end = first.start + first.words.trimEnd().length;
  const greeting = greetings.find((one) => one.start < end && one.end > start);
  if (greeting === undefined || greeting.start - start > 2) return undefined;
  const greeted = Math.min(greeting.end, end);
  const mark = CLAUSE_END.exec(first.words.slice(greeted - first.start, end - first.start));
  const clauseEnd = mark === null ? end : greeted + mark.index;
  // A name may follow the greeting, but no sentence: "您好，您的订单已发出。"
  const isWhole = mark === null || clauseEnd + mark[0].length >= end;
  if (isWhole && cellsOf(first.words) <= WIDEST) return { start, end };
  return { start, end: isWhole ? greeted : clauseEnd };
}

const WIDEST = 60;
const CLAUSE_END = /[,，:：;；!！.。?？～~]+/u;
