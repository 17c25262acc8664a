// Made from this folder by `npm run generate`; a test compares the two.
import { agent } from './agent.ts';
import { checkstyle } from './checkstyle.ts';
import { compact } from './compact.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { jsonl } from './jsonl.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { pretty } from './pretty.ts';
import { rdjson } from './rdjson.ts';
import type { Reporter } from './reporter.ts';
import { sarif } from './sarif.ts';

export const REPORTERS: readonly Reporter[] = [
  agent,
  checkstyle,
  compact,
  github,
  gitlab,
  json,
  jsonl,
  junit,
  markdown,
  pretty,
  rdjson,
  sarif,
];
