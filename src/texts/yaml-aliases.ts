import type { Alias, Document, Node } from 'yaml';
import { isAlias, isCollection, isNode, isPair } from 'yaml';
import type { YamlProblem } from './yaml-document.ts';

/** What the aliases of a document stand for. */
export interface Aliases {
  /** The node that an alias stands for; any other node as it is. */
  resolve(node: unknown): unknown;
  /** Whether an alias stands for the node, so that it shows in several places. */
  isAliased(node: Node): boolean;
}

/**
 * Follows every alias once, in the order of the document. Aliases may make a small file stand for a huge one, or for
 * one without end; such a file is a problem.
 */
export function aliasesOf(document: Document.Parsed): Aliases | YamlProblem {
  const walk = new AliasWalk();
  walk.size(document.contents);
  if (walk.problem !== undefined) return walk.problem;
  const { targets } = walk;
  const aliased = new Set(targets.values());
  return {
    resolve: (node) => (isAlias(node) ? targets.get(node) : node),
    isAliased: (node) => aliased.has(node),
  };
}

/** The parser looks through all aliases for each of them. */
const MOST_ALIASES = 10_000;
/** How many nodes aliases may add to those that are written. */
const MOST_NODES = 1_000_000;

class AliasWalk {
  readonly targets = new Map<Alias, Node>();
  problem: YamlProblem | undefined;
  /** The node that an anchor names last. */
  readonly #anchors = new Map<string, Node>();
  /** Nodes that each node stands for with its aliases; undefined while it is walked. */
  readonly #sizes = new Map<Node, number | undefined>();
  #added = 0;

  /** Recursion is as deep as the document, which is limited. */
  size(node: unknown): number {
    if (this.problem !== undefined || !isNode(node)) return 0;
    if (isAlias(node)) return this.#aliasSize(node);
    if (node.anchor !== undefined) {
      this.#anchors.set(node.anchor, node);
      this.#sizes.set(node, undefined);
    }
    let size = 1;
    if (isCollection(node)) {
      for (const item of node.items)
        size += isPair(item) ? this.size(item.key) + this.size(item.value) : this.size(item);
    }
    if (node.anchor !== undefined) this.#sizes.set(node, size);
    return size;
  }

  #aliasSize(alias: Alias): number {
    const target = this.#anchors.get(alias.source);
    const offset = alias.range?.[0] ?? 0;
    if (target === undefined) {
      this.problem = { message: `*${alias.source} stands for nothing above it`, offset };
      return 0;
    }
    const size = this.#sizes.get(target);
    if (size === undefined) {
      this.problem = { message: `*${alias.source} stands for what it is a part of`, offset };
      return 0;
    }
    this.targets.set(alias, target);
    this.#added += size;
    if (this.targets.size > MOST_ALIASES || this.#added > MOST_NODES)
      this.problem = { message: `the aliases up to *${alias.source} stand for too much`, offset };
    return size;
  }
}
