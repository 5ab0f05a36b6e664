import type { ReportedEndpoint } from '../../model/report.ts';

/** What names a registration: target group, id and port. The endpoint's id says it before its purpose. */
export function targetKey({ id, purpose, port }: Pick<ReportedEndpoint, 'id' | 'purpose' | 'port'>): string {
  const ending = `/${purpose}:${port}`;
  return id.endsWith(ending) ? id.slice(0, -ending.length) : id;
}
