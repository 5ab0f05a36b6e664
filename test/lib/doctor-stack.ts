import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { FUNCTIONS_CONTEXT } from '../../lib/function-code.ts';
import type { LoadBalancerDescription } from '../../lib/load-balancer-source.ts';
import { OriginDoctor } from '../../lib/origin-doctor.ts';
import type { OriginDoctorProps } from '../../lib/origin-doctor-props.ts';
import { watch } from '../../lib/watch.ts';
import type { Watch, WatchProps } from '../../lib/watch-props.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** A folder of functions that do nothing: what is deployed does not depend on what they hold. */
const functions = temporaryFolder();
for (const name of ['monitor', 'prober', 'gate', 'widget', 'settle']) {
  mkdirSync(join(functions, name));
  writeFileSync(join(functions, name, 'index.mjs'), `export const handler = async () => '${name}';\n`);
}

// CDK's own rules are tried once, on the sample as the app synthesises it (app.test.ts); they take seconds each time.
process.env['CDK_VALIDATION'] = 'false';

const ARNS = 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer';

/** An Application Load Balancer with one group, in two zones. */
export const alb: LoadBalancerDescription = {
  arn: `${ARNS}/app/shop/50dc6c495c0c9188`,
  vpcId: 'vpc-0123456789abcdef0',
  vpcCidrs: ['10.0.0.0/16'],
  subnets: ['subnet-0a11111111111111a', 'subnet-0b22222222222222b'],
  securityGroups: ['sg-0a44444444444444a'],
};

/** A Network Load Balancer without groups, in the same two zones. */
export const nlb: LoadBalancerDescription = {
  arn: `${ARNS}/net/ingest/73e2d6bc24d8a067`,
  vpcId: alb.vpcId,
  vpcCidrs: alb.vpcCidrs,
  subnets: alb.subnets,
};

/** An application that calls its database: in a subnet of the load balancers and in one of its own, with a group of its own. */
export const orders = {
  name: 'orders-to-database',
  from: {
    vpcId: alb.vpcId,
    vpcCidrs: ['10.0.0.0/16'],
    subnets: ['subnet-0a11111111111111a', 'subnet-0d44444444444444d'],
    securityGroups: ['sg-0b55555555555555b'],
  },
  to: { host: 'orders.c1abcdefghij.eu-central-1.rds.amazonaws.com', port: 5432 },
} satisfies WatchProps;

/** That watch with something else about it. */
export function ordersWatch(props: Partial<WatchProps> = {}): Watch {
  return watch({ ...orders, ...props });
}

/** An app that finds its functions there. */
export function emptyApp(): App {
  const context = { [FUNCTIONS_CONTEXT]: functions };
  return new App({ outdir: temporaryFolder(), context, analyticsReporting: false });
}

/** A stack that holds nothing yet. */
export function emptyStack(app: App = emptyApp()): Stack {
  return new Stack(app, 'Web', { env: { account: '111122223333', region: 'eu-central-1' } });
}

/** A stack with one doctor. */
export function doctorStack(
  props: Partial<OriginDoctorProps> = {},
  app?: App,
): { readonly stack: Stack; readonly doctor: OriginDoctor } {
  const stack = emptyStack(app);
  return { stack, doctor: new OriginDoctor(stack, 'Doctor', { loadBalancers: [alb, nlb], ...props }) };
}
