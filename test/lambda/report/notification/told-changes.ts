import type { Memory } from '../../../../lambda/model/memory.ts';
import type { Report } from '../../../../lambda/model/report.ts';
import { changesOf } from '../../../../lambda/report/notification/changes-of.ts';
import type { Told } from '../../../../lambda/report/notification/notification.ts';

/** Everything in a report as told the first time, or against what was told before. */
export function toldChanges(report: Report, before: Memory | null = null): Told {
  return { changes: changesOf(before, report), report, deployment: 'Stack-Doctor', pages: 'https://example.org/docs' };
}
