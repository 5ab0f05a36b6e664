import type { Report } from '../model/report.ts';
import { pageOf } from './page/page-of.ts';
import { markdownPage } from './typeset/markdown-page.ts';

/** A report as Markdown (GitHub's flavour), for an issue, a pull request or a job summary. Ends with a newline. */
export function markdown(report: Report): string {
  return markdownPage(pageOf(report));
}
