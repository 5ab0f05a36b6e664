import type { Report } from '../../model/report.ts';
import type { Page } from '../page/page.ts';
import { pageOf } from '../page/page-of.ts';
import { unjudgedSection } from '../page/unjudged-section.ts';
import { unreadSection } from '../page/unread-section.ts';
import type { Tree } from './tree.ts';
import { treeBranches } from './tree-branches.ts';

/** A report as a tree: the verdict, every load balancer down to its targets, and what is not known. */
export function treePage(tree: Tree, report: Report): Page {
  const { title, when, verdict, basis, closing } = pageOf(report);
  const sections = [
    { heading: 'Load balancers', tone: 'plain', blocks: [], lines: [], branches: treeBranches(tree) } as const,
    unjudgedSection(report),
    unreadSection(report),
  ];
  return {
    title,
    when,
    verdict,
    subjects: [],
    basis,
    sections: sections.filter(({ lines, ...section }) => lines.length > 0 || 'branches' in section),
    closing,
  };
}
