// Made from this folder by `npm run generate`; a test compares the two.
import { en } from './en.ts';
import { kk } from './kk.ts';
import type { Language } from './language.ts';
import { zh } from './zh.ts';

export const LANGUAGES: readonly Language[] = [en, kk, zh];
