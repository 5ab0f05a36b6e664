import * as z from 'zod';
import type {
  Action,
  Attributes,
  Listener,
  LoadBalancer,
  Rule,
  TargetGroup,
  TargetHealth,
} from '../../model/inventory.ts';
import type { CompleteSchema } from './complete-schema.ts';
import { factSchema } from './fact-schema.ts';
import { keySchema } from './key-schema.ts';

const ATTRIBUTES: z.ZodType<Attributes> = z.record(z.string(), z.string());

const ACTION = z.object({
  type: z.string(),
  targetGroups: z.array(z.object({ arn: keySchema, weight: z.number() })),
  redirect: z.object({ protocol: z.string(), port: z.string(), host: z.string() }).optional(),
}) satisfies CompleteSchema<Action>;

const HEALTH_CHECK = z.object({
  enabled: z.boolean(),
  protocol: z.string(),
  port: z.string(),
  path: z.string().nullable(),
  matcher: z.string().nullable(),
  intervalSeconds: z.number(),
  timeoutSeconds: z.number(),
  healthyThreshold: z.number(),
  unhealthyThreshold: z.number(),
});

/** The nouns of Elastic Load Balancing, checked to their depth. Fields that are not ours are left out. */
export const loadBalancingSchemas = {
  loadBalancer: z.object({
    arn: keySchema,
    name: z.string(),
    type: z.enum(['application', 'network', 'gateway']),
    scheme: z.enum(['internet-facing', 'internal']),
    state: z.string(),
    stateReason: z.string().nullable(),
    dnsName: z.string(),
    vpcId: z.string(),
    ipAddressType: z.string(),
    securityGroups: z.array(z.string()),
    zones: z.array(z.object({ zone: z.string(), subnetId: z.string() })),
    attributes: factSchema(ATTRIBUTES),
  }) satisfies CompleteSchema<LoadBalancer>,
  listener: z.object({
    arn: keySchema,
    loadBalancerArn: keySchema,
    protocol: z.string(),
    port: z.int().min(1).max(65535),
    defaultActions: z.array(ACTION),
  }) satisfies CompleteSchema<Listener>,
  rule: z.object({
    arn: z.string(),
    listenerArn: keySchema,
    priority: z.string(),
    conditions: z.array(z.string()),
    actions: z.array(ACTION),
  }) satisfies CompleteSchema<Rule>,
  targetGroup: z.object({
    arn: keySchema,
    name: z.string(),
    targetType: z.enum(['instance', 'ip', 'lambda', 'alb']),
    protocol: z.string().nullable(),
    port: z.int().min(1).max(65535).nullable(),
    vpcId: z.string().nullable(),
    ipAddressType: z.string(),
    loadBalancerArns: z.array(keySchema),
    healthCheck: HEALTH_CHECK,
    attributes: factSchema(ATTRIBUTES),
  }) satisfies CompleteSchema<TargetGroup>,
  targetHealth: z.object({
    target: z.object({
      id: z.string(),
      port: z.int().min(0).max(65535).nullable(),
      zone: z.string().nullable(),
    }),
    healthCheckPort: z.string().nullable(),
    state: z.string(),
    reason: z.string().nullable(),
    description: z.string().nullable(),
  }) satisfies CompleteSchema<TargetHealth>,
};
