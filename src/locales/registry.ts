// Made from this folder by `npm run generate`; a test compares the two.
import { en } from './en.ts';
import { kk } from './kk.ts';
import type { Wording } from './wording.ts';
import { zh } from './zh.ts';
import { zhHant } from './zh-Hant.ts';

export const LOCALES: readonly Wording[] = [en, kk, zh, zhHant];
