import type { Fault, Transform } from './transform.ts';
import { isCode, replacing, wordsOf } from './transform.ts';

export const fewerMarks: Transform = {
  name: 'fewer-marks',
  about:
    'One mark for a run of them: ! for !!!, ? for ?!?!, 。 for 。。。; a full stop for an exclamation mark too many.',
  rewrite(fault) {
    const was = wordsOf(fault);
    if (isCode(fault.message.words, fault.range.start)) return undefined;
    const sign = signFor(was, fault);
    if (sign === undefined) return undefined;
    return replacing(fault, sign.mark, sign.isSure && endsWords(fault));
  },
};

function signFor(was: string, fault: Fault): { mark: string; isSure: boolean } | undefined {
  const { words } = fault.message;
  if ('!！'.includes(was)) {
    // One too many in the reply: a full stop, unless another mark or a picture goes on from there.
    const isEnd = /^(?:\s|$|\p{Script=Han})/u.test(words.slice(fault.range.end));
    return isEnd ? { mark: isWide(fault) ? '。' : '.', isSure: false } : undefined;
  }
  if (/^[!！?？]+$/.test(was)) {
    const question = /[?？]/.exec(was)?.[0];
    return { mark: question ?? (was[0] as string), isSure: true };
  }
  if (/^[~～]+$/.test(was)) {
    // ~~struck out~~
    if (was === '~~' && isPaired(fault)) return undefined;
    return { mark: was[0] as string, isSure: true };
  }
  if (/^。+$/.test(was)) {
    // Three or more inside a line are dots that somebody typed for ……
    const goesOn = was.length > 2 && /^[^\S\n]*[\p{L}\p{N}]/u.test(words.slice(fault.range.end));
    return goesOn ? { mark: '……', isSure: false } : { mark: '。', isSure: true };
  }
  return { mark: was[0] as string, isSure: /^[，,]+$/.test(was) };
}

/** After a word, a bracket, a quote or a picture, and not as something to fill in: "???", "No: ???". */
function endsWords({ message, range }: Fault): boolean {
  const before = message.words.slice(Math.max(0, range.start - 4), range.start);
  const after = message.words.slice(range.end, range.end + 1);
  // Marks can end an address too.
  if (message.reading.detected('link').some(({ end }) => end === range.start)) return false;
  // "!!important" and "a??b" are no sentences.
  if (/[A-Za-z0-9_([{<=]/.test(after)) return false;
  return /[\p{L}\p{N}\p{M}\p{Pe}\p{Pf}\p{Extended_Pictographic}\ufe0f\u200d"'*_~～+$€¥₸%…]\s?$/u.test(before);
}

function isPaired({ message: { words }, range }: Fault): boolean {
  const from = words.lastIndexOf('\n', range.start - 1) + 1;
  const next = words.indexOf('\n', range.end);
  const line = words.slice(from, next < 0 ? undefined : next);
  return line.split('~~').length > 2;
}

/** Whether the marks around it are those of Chinese. */
function isWide({ message: { words }, range }: Fault): boolean {
  return (
    words[range.start] === '！' || /\p{Script=Han}\s?$/u.test(words.slice(Math.max(0, range.start - 2), range.start))
  );
}
