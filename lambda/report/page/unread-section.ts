import { listed } from '../../diagnosis/listed.ts';
import type { Report } from '../../model/report.ts';
import { gathered } from './gathered.ts';
import type { Section } from './page.ts';

/** What could not be read, with the reason and the permission that would give it; like reasons are said once. */
export function unreadSection({ unread }: Pick<Report, 'unread'>): Section {
  return {
    heading: 'Could not be read',
    tone: 'unsure',
    blocks: [],
    lines: gathered(
      unread,
      ({ reason, action }) => `${reason}${action === null || reason.includes(action) ? '' : ` (needs ${action})`}`,
      ({ what }) => what,
    ).map(({ saying, names }) => `${listed(names)}: ${saying}`),
  };
}
