import { cellsOf } from '../core/cells.ts';
import type { Change, Transform } from './transform.ts';
import { wordsOf } from './transform.ts';

export const lineBreaks: Transform = {
  name: 'line-breaks',
  about: 'A line that is too wide, broken between words, and in Chinese between characters.',
  rewrite(fault) {
    const line = wordsOf(fault);
    const limit = fault.limit;
    if (limit === undefined) return undefined;
    const changes: Change[] = [];
    let from = 0;
    while (cellsOf(line.slice(from)) > limit) {
      const at = lastBreak(line, from, limit);
      if (at === undefined) return undefined;
      const blanks = /^[ \t]*/.exec(line.slice(at))?.[0].length ?? 0;
      changes.push({
        range: { start: fault.range.start + at, end: fault.range.start + at + blanks },
        words: '\n',
      });
      from = at + blanks;
    }
    // A list, a quotation or a table would not go on in the next line as it should.
    const isPlain = !/^(?:[-*•>|+]|\d+[.)、])/.test(line);
    return changes.length === 0 ? undefined : { changes, isSure: isPlain };
  },
};

/**
 * The last place before the limit where a line may end: at a blank, or beside a Han character that no mark follows. Rather
 * behind a mark than inside a Chinese clause, unless the line would be short then.
 */
function lastBreak(line: string, from: number, limit: number): number | undefined {
  let cells = 0;
  let last: number | undefined;
  let afterMark: number | undefined;
  for (let at = from; at < line.length; ) {
    const sign = String.fromCodePoint(line.codePointAt(at) as number);
    if (at > from && mayBreak(line, at)) {
      last = at;
      if (cells >= limit / 2 && /[，。；：！？、]/.test(line.slice(at - 1, at))) afterMark = at;
    }
    cells += cellsOf(sign);
    if (cells > limit) return isHanBeside(line, last) ? (afterMark ?? last) : last;
    at += sign.length;
  }
  return last;
}

function isHanBeside(line: string, at: number | undefined): boolean {
  return at !== undefined && /\p{Script=Han}/u.test(line.slice(at - 1, at + 1));
}

function mayBreak(line: string, at: number): boolean {
  const after = line.slice(at, at + 1);
  const before = line.slice(at - 1, at);
  if (after === ' ' || after === '\t') return before !== ' ' && before !== '\t' && !NEVER_LAST.test(before);
  const isHan = /\p{Script=Han}/u.test(after) || /[\p{Script=Han}，。；：！？、]/u.test(before);
  return (
    isHan && !NEVER_FIRST.test(after) && !NEVER_LAST.test(before) && !/[\p{L}\p{N}]/u.test(latin(before) + latin(after))
  );
}

/** Words of other scripts beside Han stay in their line. */
function latin(sign: string): string {
  return /[\p{Script=Han}\p{P}\s]/u.test(sign) ? '' : sign;
}

const NEVER_FIRST = /[，。；：！？、）】》”’…～~\p{Pe}\p{Pf}\p{M}\ufe0f\u200d,.;:!?%]/u;
const NEVER_LAST = /[（【《“‘¥$€₸\p{Ps}\p{Pi}]/u;
