import * as z from 'zod';
import { parseCidr } from '../model/address.ts';

const id = z.string().min(1);

const prober = z.object({
  functionName: id,
  subnetId: id,
  securityGroups: z.array(id),
  identity: z.enum(['load-balancer', 'own']).optional(),
});

const watch = z.object({
  name: id,
  from: z.object({ vpcId: id, subnets: z.array(id).min(1), securityGroups: z.array(id) }),
  to: z.object({ host: id, port: z.number().int().min(1).max(65_535) }),
});

const range = z.string().refine((text) => parseCidr(text) !== null, 'a range of addresses is needed, as 10.0.0.0/16');

const declaration = z.object({ ports: z.array(z.number().int().min(1).max(65_535)), clients: z.array(range) });

/** What a deployment watches, and from where: all that grows with the number of its load balancers. */
export const watchedSchema = z.object({
  probers: z.array(prober),
  /** ARNs or names; empty: all, or none where paths without one are watched. */
  loadBalancers: z.array(id),
  /** Paths that are watched without a load balancer. */
  watches: z.array(watch).default([]),
  /** ARNs of load balancers that other deployments watch. */
  watchedElsewhere: z.array(id).default([]),
  /** What probers may dial; without it they say so themselves. */
  dialable: z
    .object({ addresses: z.array(id).min(1), ports: z.array(id).min(1) })
    .nullable()
    .default(null),
  /** By ARN or name of a load balancer; empty where nothing is declared. */
  declared: z.record(z.string().min(1), declaration),
});

/** What is watched, as it stands in the settings. */
export type Watched = z.infer<typeof watchedSchema>;
