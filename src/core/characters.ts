import { cellsOf } from './cells.ts';

/**
 * How long words are, as their language counts: Chinese in 字, where two half-width signs are one, other languages in
 * characters. Marks above letters and invisible signs are none, a run of white space is one.
 */
export function charactersOf(words: string, language: string | undefined): number {
  const flat = words.replace(/\s+/g, ' ').trim();
  if (language?.startsWith('zh') === true) return Math.ceil(cellsOf(flat) / 2);
  let count = 0;
  for (const sign of flat) if (!UNCOUNTED.test(sign)) count++;
  return count;
}

const UNCOUNTED = /[\p{Mn}\p{Me}\p{Cf}\p{EMod}]/u;
