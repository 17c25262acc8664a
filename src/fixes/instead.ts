import type { Transform } from './transform.ts';
import { beginsSentence, replacing, wordsOf } from './transform.ts';

export const instead: Transform = {
  name: 'instead',
  about: 'What the phrase or the mechanism says to write instead, in the letter case of what stands there.',
  rewrite(fault) {
    const said = fault.instead;
    if (said === undefined) return undefined;
    const was = wordsOf(fault);
    if (/\p{Script=Han}/u.test(was)) {
      const fitted = fittedIn(was, said);
      return fitted === undefined ? undefined : replacing(fault, fitted, true);
    }
    // What goes on after the phrase is nobody's to write.
    if (/…|\.\.\./.test(said)) return undefined;
    const shouldBegin = beginsSentence(fault.message, fault.range.start) && /^\p{Lu}/u.test(was);
    return replacing(fault, inCaseOf(was, said, shouldBegin), true);
  },
};

/**
 * A lexicon names the wrong characters with their neighbours, and what to write for them alone: for 既时回复 it says 及时, for
 * 在次登录 再次…. It goes where all but a few of its characters stand already; undefined where that is nowhere, or twice.
 */
function fittedIn(was: string, said: string): string | undefined {
  const written = said.replace(/…+$/, '');
  if (written === '' || written.length > was.length) return undefined;
  if (said !== written) return written + was.slice(written.length);
  const differences = (at: number) => [...written].filter((sign, index) => was[at + index] !== sign).length;
  const offsets = Array.from({ length: was.length - written.length + 1 }, (_, at) => at);
  const fewest = Math.min(...offsets.map(differences));
  const best = offsets.filter((at) => differences(at) === fewest);
  const [at] = best;
  if (at === undefined || best.length > 1 || fewest > written.length / 2) return undefined;
  return was.slice(0, at) + written + was.slice(at + written.length);
}

/** THX is answered by THANK YOU, Thx by Thank you. */
function inCaseOf(was: string, said: string, isBeginning: boolean): string {
  const letters = was.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase() && isBeginning)
    return capitalised(said);
  return /^\p{Lu}/u.test(was) || isBeginning ? capitalised(said) : said;
}

function capitalised(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
