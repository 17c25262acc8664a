import stringWidth from 'fast-string-width';
import type { EvaluationWording } from '../locales/wording.ts';
import type { Paint } from '../reporters/reporter.ts';
import { visible } from '../reporters/visible.ts';
import type { EvaluationResult, PartScore } from './evaluation.ts';
import type { Examples } from './examples.ts';
import type { EvaluationReport } from './report.ts';
import { figureText } from './report.ts';
import type { Score } from './score.ts';
import { comparable, precisionOf, recallOf } from './score.ts';

export interface PrettySettings {
  readonly wording: EvaluationWording;
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

/** For people: a table of scores, the worst examples, and what was left out of the comparison. */
export function prettyText(report: EvaluationReport, settings: PrettySettings): string {
  const { result, shortfalls, examples } = report;
  const { wording, paint } = settings;
  const blocks = [
    tableText(result, settings),
    examplesText(result.misses, examples, wording.misses, settings),
    examplesText(result.falseAlarms, examples, wording.falseAlarms, settings),
    notesText(report, wording),
    shortfalls
      .map(({ figure, rule, value, least }) =>
        paint.error(
          wording.shortfall(figure, rule, value === undefined ? undefined : figureText(value), figureText(least)),
        ),
      )
      .join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

type Column = Exclude<keyof EvaluationWording['columns'], 'rule'>;

const COLUMNS: readonly Column[] = [
  'labels',
  'sentences',
  'found',
  'recall',
  'findings',
  'right',
  'wrong',
  'precision',
];

interface Row {
  readonly name: string;
  readonly cells: readonly string[];
  readonly paint: (words: string) => string;
}

/** A row for each rule and for all of them, and under it one for each language and channel where there are several. */
function tableText({ rules, total, parts }: EvaluationResult, { wording, paint }: PrettySettings): string {
  const { columns } = wording;
  const plain = (words: string) => words;
  const rowsOf = (name: string, score: Score, of: readonly PartScore[]): Row[] => [
    { name, cells: cellsOf(score), paint: of.length > 1 ? paint.strong : plain },
    ...(of.length > 1 ? of : []).map((part) => ({
      name: `  ${visible(part.language ?? wording.unknown)} ${part.channel ?? wording.unknown}`,
      cells: cellsOf(part.score),
      paint: paint.quiet,
    })),
  ];
  const rows: Row[] = [
    { name: columns.rule, cells: COLUMNS.map((column) => columns[column]), paint: paint.strong },
    ...rules.flatMap(({ rule, score, parts: own }) => rowsOf(rule, score, own)),
    ...rowsOf(wording.allRules, total, parts),
  ];
  const nameWidth = Math.max(...rows.map(({ name }) => stringWidth(name)));
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map(({ cells }) => stringWidth(cells[column] as string))));
  return rows
    .map(({ name, cells, paint: painted }) => {
      const padded = cells.map(
        (cell, column) => `${' '.repeat((widths[column] as number) - stringWidth(cell))}${cell}`,
      );
      return painted(`${name}${' '.repeat(nameWidth - stringWidth(name))}  ${padded.join('  ')}`);
    })
    .join('\n');
}

function cellsOf(score: Score): readonly string[] {
  const figures = { ...score, recall: recallOf(score), precision: precisionOf(score) };
  return COLUMNS.map((column) => {
    const value = figures[column];
    if (value === undefined) return '-';
    return column === 'recall' || column === 'precision' ? figureText(value) : String(value);
  });
}

function examplesText(
  examples: Examples,
  most: number,
  title: EvaluationWording['misses'],
  { wording, paint, width }: PrettySettings,
): string {
  const worst = examples.worst(most);
  if (worst.length === 0) return '';
  const shown = worst.reduce((sum, { count }) => sum + count, 0);
  const lines = worst.flatMap(({ rule, path, line, column, words, said, count }) => {
    const place = `  ${visible(path)}:${line}:${column}`;
    const context = comparable(said) === comparable(words) ? '' : `  ${wording.within}: ${shownWords(said)}`;
    return [
      `${place}  ${paint.strong(rule)}${count === 1 ? '' : ` ×${count}`}`,
      clipped(`    “${shownWords(words)}”${context}`, width),
    ];
  });
  return [paint.strong(title(shown, examples.count)), ...lines].join('\n');
}

function shownWords(words: string): string {
  return visible(words.replace(/\s+/g, ' '));
}

/** At most so many columns; East Asian characters take two. */
function clipped(words: string, columns: number): string {
  if (stringWidth(words) <= columns) return words;
  let kept = '';
  let used = 0;
  for (const character of words) {
    used += stringWidth(character);
    if (used > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

function notesText({ result, otherDocuments }: EvaluationReport, wording: EvaluationWording): string {
  const counted = (counts: ReadonlyMap<string, number>) =>
    [...counts].map(([rule, count]) => `${rule} ${count}`).join(', ');
  return [
    result.notJudged.size === 0 ? '' : wording.notJudged(counted(result.notJudged)),
    result.notRun.size === 0 ? '' : wording.notRun(counted(result.notRun)),
    wording.conversations(result.conversations),
    otherDocuments === 0 ? '' : wording.otherDocuments(otherDocuments),
  ]
    .filter((note) => note !== '')
    .join('\n');
}
