import type { Syntax } from '../../src/formats/read-document.ts';
import { readJson } from '../../src/texts/json.ts';
import type { TreeReader } from '../../src/texts/tree-reader.ts';
import { readYaml } from '../../src/texts/yaml.ts';

/** The parsers, without the wait for them to be loaded. */
export const PARSERS: Readonly<Record<Syntax, TreeReader | undefined>> = {
  text: undefined,
  json: readJson,
  yaml: readYaml,
};
