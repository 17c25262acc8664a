import type { Finding, Place } from '../core/finding.ts';
import { endOf, startOf } from '../core/finding.ts';
import type { Lines, Position } from '../core/source.ts';
import { shownPath, visible } from './visible.ts';

/** Where a place begins and ends in its file. */
export interface Extent {
  readonly start: Position;
  readonly end: Position;
}

export function extentOf(place: Place, lines: Lines): Extent {
  return { start: lines.position(startOf(place)), end: lines.position(endOf(place)) };
}

/** `path:line:column`, or the cell of a workbook. */
export function placeText({ path }: Finding, { start: { line, column, cell } }: Extent): string {
  return `${shownPath(path)}:${cell === undefined ? `${line}:${column}` : visible(cell)}`;
}
