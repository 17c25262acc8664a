import type { Range } from '../core/span.ts';
import type { Detector } from './detector.ts';

export const agentName: Detector = {
  name: 'agent-name',
  about: 'The name of an agent: from `agents` in the configuration, or of the one who speaks',
  names: 'agents',
  find: ({ folded }, { agents }) => occurrences(agents, folded),
};

/** Where names stand between edges of words. Both the names and the words are folded. */
export function occurrences(names: readonly string[], folded: string): Range[] {
  const ranges: Range[] = [];
  for (const name of names) {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (!isInsideWord(folded, at) && !isInsideWord(folded, end)) ranges.push({ start: at, end });
    }
  }
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end);
}

function isInsideWord(folded: string, at: number): boolean {
  return SPACED.test(folded[at - 1] ?? '') && SPACED.test(folded[at] ?? '');
}

const SPACED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u;
