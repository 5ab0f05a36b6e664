import * as z from 'zod';
import { type Form, forms } from '../checks/forms.ts';
import { isHost } from '../checks/is-host.ts';
import { isPortRange } from '../checks/is-port-range.ts';
import { isRange } from '../checks/is-range.ts';
import { whyNoRange } from '../checks/why-no-range.ts';
import { watchName } from '../watch-name.ts';
import { strict } from './strict.ts';

const RANGE = 'a range of addresses is needed, as in 10.0.0.0/16';
/** From 1 to 65535. */
const PORT = '(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])';
const PORTS = 'a port from 1 to 65535 or a range of ports is needed, as in 443 or 8000-8999';

const arn = z
  .string()
  .regex(
    /^arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:\d{12}:loadbalancer\/(?:app|net)\/[A-Za-z0-9-]+\/[0-9a-f]+$/,
    'the ARN of an Application or Network Load Balancer is needed',
  );
// What editors can tell by the pattern, and the rest by the law that the construct has too.
const range = z
  .string()
  .regex(
    /^(?:(?:\d{1,3}\.){3}\d{1,3}\/(?:[12]?\d|3[0-2])|[0-9a-fA-F]*:[0-9a-fA-F.:]*\/(?:[1-9]?\d|1[01]\d|12[0-8]))$/,
    RANGE,
  )
  .refine(isRange, RANGE)
  .describe('A range of addresses, as in 10.0.0.0/16');
const ownRange = range.refine((text) => !isRange(text) || whyNoRange(text) === null, {
  error: ({ input }) => `allowed is ${whyNoRange(String(input))}`,
});
const formed = ({ pattern, allowed }: Form) => z.string().regex(pattern, `allowed are ${allowed}`);
function orNone<T extends z.core.$ZodLooseShape>(shape: T) {
  const allowed = `allowed is an object of ${Object.keys(shape).join(', ')}, or false for none`;
  return z.union([z.literal(false), strict(shape)], { error: allowed });
}
const id = (kind: string) =>
  z.string().regex(new RegExp(`^${kind}-[0-9a-f]+$`), `an id is needed, as in ${kind}-0123456789abcdef0`);
const port = z.int().min(1).max(65_535);
const subnet = strict({
  id: id('subnet'),
  zone: z.string().min(1).describe('Availability Zone, as in eu-central-1a'),
});

const dualStack = z
  .boolean()
  .optional()
  .describe('Whether the subnets have IPv6 ranges: only then probers speak IPv6. Default false');

const loadBalancer = strict({
  arn,
  name: z.string().min(1),
  type: z.enum(['application', 'network']),
  scheme: z.enum(['internal', 'internet-facing']),
  subnets: z.array(subnet).min(1).describe('One for each of its zones'),
  securityGroups: z.array(id('sg')).default([]).describe('None for a Network Load Balancer that was made without'),
  dualStack,
}).describe('What `aws elbv2 describe-load-balancers` says of it');

const watch = strict({
  name: z
    .string()
    .regex(watchName.form, `allowed are ${watchName.allowed}`)
    .describe('Stands where a load balancer has its name: in metrics, alarms and messages'),
  from: strict({
    subnets: z.array(subnet).min(1).describe('Where the caller runs'),
    securityGroups: z.array(id('sg')).min(1).describe('What the caller wears'),
    dualStack,
  }).describe('Who opens the connections'),
  to: strict({
    host: z
      .string()
      .refine(isHost, 'an address, the id of an instance or network interface, or a DNS name is needed')
      .describe(
        'An address, the id of an instance (i-…) or network interface (eni-…), or a DNS name that can be resolved outside the VPC',
      ),
    port,
  }).describe('What they lead to'),
}).describe('A path that has no load balancer, as from an application to its database');

const options = strict({
  intervalMinutes: z.int().min(1).max(60).optional().describe('Time between two checks. Default 1'),
  identity: z
    .enum(['load-balancer', 'own'])
    .optional()
    .describe("Which groups probers wear: the load balancer's (default), or one of their own"),
  dialable: strict({
    addresses: z.array(ownRange).min(1).optional().describe("Default: the VPC's ranges"),
    ports: z
      .array(
        z
          .string()
          .regex(new RegExp(`^${PORT}(?:-${PORT})?$`), PORTS)
          .refine(isPortRange, PORTS),
      )
      .min(1)
      .optional()
      .describe('Default: 1-65535'),
  })
    .optional()
    .describe('What probers may dial'),
  declared: z
    .record(arn, strict({ ports: z.array(port), clients: z.array(range) }))
    .optional()
    .describe('By ARN: the ports and clients that a load balancer is meant to serve'),
  emails: z.array(formed(forms.email)).optional().describe('Who is told. AWS asks each to confirm'),
  topicArn: formed(forms.topic).optional().describe('A topic of yours instead of one that is made'),
  alarms: orNone({
    datapointsToAlarm: z.int().min(1).optional().describe('Default 2, or evaluationPeriods where these are fewer'),
    evaluationPeriods: z.int().min(1).optional().describe('Default 3'),
  }).optional(),
  dashboard: z.boolean().optional().describe('Default true'),
  gate: orNone({
    deploymentGroups: z.array(formed(forms.deploymentGroup)).min(1).optional(),
    stable: z.int().min(1).max(100).optional().describe('Checks in a row that must be good. Default 3'),
    timeoutSeconds: z.int().min(1).max(86_400).optional().describe('How long it waits for them. Default 600'),
    targetGroups: z
      .array(formed(forms.targetGroup))
      .optional()
      .describe('Looked at even while no load balancer uses them: names or ARNs'),
    readmit: z.boolean().optional(),
  }).optional(),
  deadlineMs: z.int().min(100).max(10_000).optional().describe('How long a probe waits. Default 4000'),
  concurrency: z.int().min(1).max(500).optional().describe('Probers invoked at the same time. Default 5'),
  reservedConcurrency: z
    .int()
    .min(1)
    .max(500)
    .optional()
    .describe('Invocations reserved for each prober. Default: none'),
  logRetentionDays: z
    .literal([
      1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, 9999,
    ])
    .optional()
    .describe('9999 for ever. Default 30'),
  retainTable: z.boolean().optional().describe('Keep the table when the stack goes. Default false'),
});

/** What `origin-doctor.json` holds. One stack is made for each of `deployments`. */
export const configSchema = strict({
  $schema: z.string().optional(),
  account: z
    .string()
    .regex(/^\d{12}$/, 'the 12 digits of an account are needed')
    .describe('The account that is deployed to'),
  deployments: z
    .array(
      strict({
        region: z.string().regex(/^[a-z]{2}(?:-[a-z]+)+-\d$/, 'a Region is needed, as in eu-central-1'),
        vpcId: id('vpc'),
        name: z
          .string()
          .regex(/^[a-z][a-z0-9]{0,11}$/, 'up to 12 small letters and digits are needed, as in shops')
          .optional()
          .describe('Tells several deployments of one VPC apart, where it has more load balancers than fit one'),
        vpcCidrs: z.array(ownRange).min(1).describe('Ranges of the VPC, the secondary ones too'),
        loadBalancers: z.array(loadBalancer).describe('None where there are watches'),
        watches: z.array(watch).min(1).optional().describe('Paths of the VPC that have no load balancer'),
        options: options.optional().describe('What differs here from the options of all'),
      }),
    )
    .min(1)
    .describe('One for each Region and VPC, or several with a name each'),
  options: options.optional().describe('For all deployments'),
}).describe('What Origin Doctor watches, and how');

/** A configuration that is as it must be. */
export type Config = z.infer<typeof configSchema>;
export type ConfigDeployment = Config['deployments'][number];
