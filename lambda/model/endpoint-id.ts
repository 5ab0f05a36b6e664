import type { Purpose } from './endpoint.ts';

/** What tells one endpoint from another: `port` is the one that is dialled, `trafficPort` the one that takes traffic. */
export type EndpointKey = {
  readonly targetGroup: string;
  readonly target: string;
  readonly trafficPort: number;
  readonly purpose: Purpose;
  readonly port: number;
};

/** The id of an endpoint (`Endpoint.id`): the same target and port have the same id in every check. */
export function endpointId({ targetGroup, target, trafficPort, purpose, port }: EndpointKey): string {
  return `${targetGroup}/${target}:${trafficPort}/${purpose}:${port}`;
}
