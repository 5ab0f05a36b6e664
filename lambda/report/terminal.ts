import type { Report } from '../model/report.ts';
import { pageOf } from './page/page-of.ts';
import type { SheetOptions } from './sheet.ts';
import { terminalPage } from './typeset/terminal-page.ts';

/** A report for a person at a terminal, `width` columns wide (80), with the words alone carrying the meaning. Ends with a newline. */
export function terminal(report: Report, options: SheetOptions): string {
  return terminalPage(pageOf(report), options);
}
