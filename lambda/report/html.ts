import type { Report } from '../model/report.ts';
import { pageOf } from './page/page-of.ts';
import { htmlPage } from './typeset/html-page.ts';

/** A report as one HTML file that needs nothing else: no script, no font, no image from anywhere. Ends with a newline. */
export function html(report: Report): string {
  return htmlPage(pageOf(report));
}
