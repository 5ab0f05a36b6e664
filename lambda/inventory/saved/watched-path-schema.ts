import * as z from 'zod';
import type { WatchedPath } from '../../model/watch.ts';
import type { CompleteSchema } from './complete-schema.ts';
import { factSchema } from './fact-schema.ts';

/** A path that is watched without a load balancer, as a snapshot holds it. */
export const watchedPathSchema = z.object({
  name: z.string().min(1),
  from: z.object({ vpcId: z.string(), subnets: z.array(z.string()), securityGroups: z.array(z.string()) }),
  to: z.object({ host: z.string().min(1), port: z.int().min(1).max(65535) }),
  resolved: factSchema(z.array(z.string())).nullable(),
}) satisfies CompleteSchema<WatchedPath>;
