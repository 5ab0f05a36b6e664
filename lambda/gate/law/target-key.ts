import type { ReportedEndpoint } from '../../model/report.ts';

/** What names a registration: target group, id and port. The endpoint's id (`endpointId`) says it before its purpose. */
export function targetKey({ id }: Pick<ReportedEndpoint, 'id'>): string {
  return id.slice(0, id.lastIndexOf('/'));
}
