import type { Report } from '../../model/report.ts';
import type { Branch, Page, Section } from '../page/page.ts';
import { pageOf } from '../page/page-of.ts';
import { unjudgedSection } from '../page/unjudged-section.ts';
import { unreadSection } from '../page/unread-section.ts';
import type { Tree } from './tree.ts';
import { treeBranches } from './tree-branches.ts';

/** A report as a tree: the verdict, every load balancer down to its targets, every watched path, and what is not known. */
export function treePage(tree: Tree, report: Report): Page {
  const { title, when, verdict, basis, closing } = pageOf(report);
  const { loadBalancers, watches } = treeBranches(tree);
  const sections = [
    branching('Load balancers', loadBalancers),
    branching('Watched paths', watches),
    unjudgedSection(report),
    unreadSection(report),
  ];
  return {
    title,
    when,
    verdict,
    subjects: [],
    basis,
    sections: sections.filter(({ lines, branches = [] }) => lines.length + branches.length > 0),
    closing,
  };
}

function branching(heading: string, branches: readonly Branch[]): Section {
  return { heading, tone: 'plain', blocks: [], lines: [], branches };
}
