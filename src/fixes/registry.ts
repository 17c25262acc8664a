// Made from this folder by `npm run generate`; a test compares the two.
import { atEnd } from './at-end.ts';
import { atStart } from './at-start.ts';
import { fewerMarks } from './fewer-marks.ts';
import { formalYou } from './formal-you.ts';
import { instead } from './instead.ts';
import { leftOut } from './left-out.ts';
import { lineBreaks } from './line-breaks.ts';
import { once } from './once.ts';
import { smallLetters } from './small-letters.ts';
import type { Transform } from './transform.ts';

export const TRANSFORMS: readonly Transform[] = [
  atEnd,
  atStart,
  fewerMarks,
  formalYou,
  instead,
  leftOut,
  lineBreaks,
  once,
  smallLetters,
];
