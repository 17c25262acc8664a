import type { Language } from './language.ts';

/** Both scripts: words are compared after folding traditional to simplified characters. */
export const zh: Language = {
  tag: 'zh',
  commonWords: [],
  abbreviations: [],
  numberWords: {
    零: 0,
    半: 0.5,
    一: 1,
    二: 2,
    两: 2,
    三: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
    十: 10,
    百: 100,
    几: 3,
    数: 3,
  },
  endings: [],
  mostEndings: 0,
  doubled: [],
};
