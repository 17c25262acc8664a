import type { Role } from '../core/conversation.ts';
import { roleOfField } from './roles.ts';
import { matchesPattern } from './speakers.ts';

/**
 * The role of who says a message in an export: what the export says, else whether the name is an agent's. Undefined
 * where neither tells.
 * @param agents patterns for names of agents
 */
export function speakerRole(
  said: string | undefined,
  name: string | undefined,
  agents: readonly string[],
): Role | undefined {
  const known = said === undefined ? undefined : roleOfField(said);
  if (known !== undefined) return known;
  if (agents.length === 0) return undefined;
  const speaker = name ?? said;
  if (speaker === undefined) return undefined;
  return agents.some((pattern) => matchesPattern(speaker, pattern)) ? 'agent' : 'customer';
}
