import {
  type Trail as AwsTrail,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail';
import { mapBounded } from '../inventory/map-bounded.ts';
import { required } from '../inventory/required.ts';
import { type Fact, known } from '../model/fact.ts';
import { asked } from './asked.ts';
import type { DoctorClients } from './doctor-clients.ts';
import type { Trail } from './trail.ts';
import { trailSelectors } from './trail-selectors.ts';

/**
 * The trails that cover the clients' Region: its own, and shadows of those at home elsewhere that log all Regions
 * (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DescribeTrails.html). Throws `CannotCheck` where the
 * credentials do not hold.
 */
export async function readTrails({ cloudTrail }: Pick<DoctorClients, 'cloudTrail'>): Promise<Fact<readonly Trail[]>> {
  const trails = await asked('cloudtrail:DescribeTrails', async () => {
    const answer = await cloudTrail.send(new DescribeTrailsCommand({ includeShadowTrails: true }));
    return required(answer.trailList, 'trailList');
  });
  if (!trails.known) return trails;
  return known(await mapBounded(2, trails.value, (trail) => inspect(trail, cloudTrail)));
}

/** A trail at home elsewhere is known by its ARN alone. */
async function inspect({ Name, TrailARN }: AwsTrail, cloudTrail: DoctorClients['cloudTrail']): Promise<Trail> {
  const arn = required(TrailARN, 'TrailARN');
  const isLogging = await asked('cloudtrail:GetTrailStatus', async () => {
    const status = await cloudTrail.send(new GetTrailStatusCommand({ Name: arn }));
    return required(status.IsLogging, 'IsLogging');
  });
  const selectors = await asked('cloudtrail:GetEventSelectors', async () =>
    trailSelectors(await cloudTrail.send(new GetEventSelectorsCommand({ TrailName: arn }))),
  );
  return { name: Name ?? arn, isLogging, selectors };
}
