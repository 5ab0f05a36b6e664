import { RegisterTargetsCommand } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { AwsClients } from '../inventory/aws-clients.ts';
import type { Report } from '../model/report.ts';
import type { Readmission } from './wanted.ts';

/**
 * Registers targets again, one call per target group, and gives back what was registered, as `GROUP:TARGET`. The report is that
 * of the check by which they passed, which knows the groups' ARNs. Rejects where AWS refuses.
 */
export async function readmit(
  clients: Pick<AwsClients, 'elbv2'>,
  { targetGroups }: Report,
  readmissions: readonly Readmission[],
): Promise<readonly string[]> {
  const byGroup = Map.groupBy(readmissions, ({ targetGroup }) => targetGroup);
  for (const [named, asked] of byGroup) {
    const group = targetGroups.find(({ arn, name }) => arn === named || name === named);
    const Targets = asked.map(({ target }) => ({ Id: target.id, Port: target.port ?? undefined }));
    await clients.elbv2.send(new RegisterTargetsCommand({ TargetGroupArn: group?.arn ?? named, Targets }));
  }
  return readmissions.map(({ targetGroup, target: { id, port } }) =>
    [targetGroup, id, ...(port === null ? [] : [port])].join(':'),
  );
}
