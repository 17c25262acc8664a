import { distance } from 'fastest-levenshtein';

/** The known name that a mistyped one most likely means, or undefined where none is near. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const steps = candidate.endsWith(`/${name}`) ? 0 : distance(name.toLowerCase(), candidate.toLowerCase());
    // Where not one letter is shared, nothing was mistyped: “7” does not mean “en”.
    if (steps < least && steps < Math.max(name.length, candidate.length)) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** What to do about a name that is not known: the one it most likely means, or a short list to choose from. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = nearest(name, known);
  if (near !== undefined) return `Did you mean “${near}”?`;
  return known.length === 0 || known.length > LONGEST_LIST ? '' : `Known are: ${known.join(', ')}.`;
}

const LONGEST_LIST = 20;
