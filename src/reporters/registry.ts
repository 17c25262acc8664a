// Made from this folder by `npm run generate`; a test compares the two.
import { json } from './json.ts';
import { pretty } from './pretty.ts';
import type { Reporter } from './reporter.ts';

export const REPORTERS: readonly Reporter[] = [json, pretty];
