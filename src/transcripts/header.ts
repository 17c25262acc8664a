import type { Role } from '../core/conversation.ts';
import type { Line } from './lines.ts';
import { roleOf } from './roles.ts';

/** Names that a text ties to a role: "Ben (Agent)", "Agent Ben with Customer Alex", "Agent: Chris". */
export function namesWithRoles(lines: readonly string[]): Map<string, Role> {
  const names = new Map<string, Role>();
  for (const line of lines) {
    for (const match of line.matchAll(NAME_THEN_ROLE)) {
      const role = roleOf(match[2] as string);
      if (role !== undefined) names.set(match[1] as string, role);
    }
    for (const match of line.matchAll(ROLE_THEN_NAME)) {
      const role = roleOf(match[1] as string);
      if (role !== undefined && !names.has(match[2] as string)) names.set(match[2] as string, role);
    }
  }
  return names;
}

const NAME_THEN_ROLE = /(?<![\p{L}'’-])(\p{L}[\p{L}'’-]*)\s*[(（]\s*(\p{L}+)\s*[)）]/gu;
const ROLE_THEN_NAME = /(?<!\p{L})(agent|customer|client|operator|representative)[:*_\s]+(\p{Lu}[\p{L}'’-]+)/giu;

/**
 * "Agent: Chris" above the conversation names a speaker; it is nothing that Chris said. The lines at the top that do
 * so, with the names that have labels of their own below.
 */
export function introducingLines(lines: readonly Line[], labelled: ReadonlySet<string>): ReadonlyMap<Line, string> {
  const introducing = new Map<Line, string>();
  for (const line of lines) {
    const { label } = line;
    if (label === undefined) continue;
    const words = line.words.slice(label.wordsAt).trim();
    if (label.role !== undefined && label.name === undefined && labelled.has(words)) introducing.set(line, words);
    else if (label.isMarked || labelled.has(label.name ?? '')) break;
  }
  return introducing;
}
