import { describe, expect, test } from 'vitest';
import { linesIn } from '../../src/transcripts/lines.ts';

describe('lines of a transcript', () => {
  test('end with LF, CRLF or CR and know where they stand', () => {
    for (const lineBreak of ['\n', '\r\n', '\r']) {
      const words = ['ab', '', 'cd', ''].join(lineBreak);
      const lines = linesIn(words);
      expect(lines.map((line) => line.words)).toEqual(['ab', '', 'cd', '']);
      for (const { range, words: own } of lines) expect(words.slice(range.start, range.end)).toBe(own);
    }
  });

  test.each([
    ['blank', ['', '  ', '\u200e', '\ufeff']],
    ['rule', ['---', '*****', '====', '_']],
    ['cut', ['...', '……', '。。。']],
    ['time', ['10:20', '[10:20:26]', '（10：20）', '2024-01-01 10:20:26', '00:00:07', '10:20 PM', '下午2:05']],
    [
      'event',
      [
        '(Pause)',
        '[Phone rings]',
        '（稍等）',
        '【系统消息】',
        '*Ring Ring*',
        '_sighs_',
        '**Misunderstanding**',
        '[cut',
      ],
    ],
    [
      'end',
      [
        'End of Transcript',
        '[End of Transcript]',
        '**End of transcript**',
        'End of call.',
        'Transcript End',
        'Call ended',
        'Transcript Starting...',
        '(End of transcript, 410 words)',
        'Transcript Length: 435 words',
        'Word count: 389',
        'Total Words: 421',
        '通话结束',
        'Қоңырау аяқталды',
      ],
    ],
    [
      'words',
      [
        'hello',
        'Agent: hi',
        '12.50',
        '14.05',
        'End of the line',
        'Call me',
        '(a) or (b)',
        '10:20 works',
        '*a* and *b*',
      ],
    ],
  ])('are %s', (kind, lines) => {
    for (const line of lines) expect([line, linesIn(line)[0]?.kind]).toEqual([line, kind]);
  });
});
