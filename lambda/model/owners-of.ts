import type { Report } from './report.ts';

/** What endpoints are watched for: a load balancer, by ARN, or a path without one, by its own name. */
export type Owner = { readonly key: string; readonly name: string };

/** The load balancers of a report, and the watched paths. An endpoint's owner is `loadBalancer ?? watch`. */
export function ownersOf({ loadBalancers, endpoints }: Pick<Report, 'loadBalancers' | 'endpoints'>): readonly Owner[] {
  return [
    ...loadBalancers.map(({ arn, name }) => ({ key: arn, name })),
    ...watchesIn({ endpoints }).map((name) => ({ key: name, name })),
  ];
}

/** The names of the paths that a report's endpoints are watched for, each once. */
export function watchesIn({ endpoints }: Pick<Report, 'endpoints'>): readonly string[] {
  return [...new Set(endpoints.flatMap(({ watch }) => watch ?? []))];
}
