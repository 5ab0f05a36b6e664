import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Duration, NestedStack, Stack } from 'aws-cdk-lib';
import { bundleFunctions } from '../../../build/bundle-functions.ts';
import { type Assembly, readAssembly } from '../../../lab/deployed/read-assembly.ts';
import type { World } from '../../../lab/world/world.ts';
import { FUNCTIONS_CONTEXT } from '../../../lib/function-code.ts';
import { OriginDoctor } from '../../../lib/origin-doctor.ts';
import type { Watch } from '../../../lib/watch-props.ts';
import { deploymentGroup } from './code-deployments.ts';

/** What was synthesised, and where: `folder` is to be taken away. */
export type Synthesised = { readonly assembly: Assembly; readonly deployment: string; readonly folder: string };

/**
 * Bundles the functions as they are now, and synthesises a stack with a doctor for a world's load balancers, as a user would; in a
 * nested stack where that is asked for.
 */
export async function synthesise(world: World, watches: readonly Watch[] = [], isNested = false): Promise<Synthesised> {
  const folder = mkdtempSync(join(tmpdir(), 'origin-doctor-deployed-'));
  try {
    await bundleFunctions(join(folder, 'functions'));
    return { folder, ...synthesisedIn(folder, world, watches, isNested) };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function synthesisedIn(
  folder: string,
  world: World,
  watches: readonly Watch[],
  isNested: boolean,
): Omit<Synthesised, 'folder'> {
  // CDK's own rules are tried with the app; they take seconds each time.
  process.env['CDK_VALIDATION'] = 'false';
  const outdir = join(folder, 'cdk.out');
  const context = { [FUNCTIONS_CONTEXT]: join(folder, 'functions') };
  const app = new App({ outdir, context, analyticsReporting: false });
  const stack = new Stack(app, 'Lab', { env: { account: world.accountId, region: world.region } });
  const vpcCidrs = world.vpcs.flatMap((vpc) => vpc.cidrs);
  const doctor = new OriginDoctor(isNested ? new NestedStack(stack, 'Nested') : stack, 'Doctor', {
    loadBalancers: world.loadBalancers.map(({ arn, vpcId, zones, securityGroups }) => ({
      ...{ arn, vpcId, vpcCidrs, securityGroups: [...securityGroups] },
      subnets: zones.map(({ subnetId }) => subnetId),
    })),
    watches,
    declared: world.declared,
    deadline: Duration.millis(700),
    concurrency: 5,
    gate: { deploymentGroups: [groupArn(world)] },
    dashboard: false,
  });
  app.synth();
  return { assembly: readAssembly(outdir, 'Lab'), deployment: doctor.deploymentName };
}

function groupArn({ region, accountId }: World): string {
  return `arn:aws:codedeploy:${region}:${accountId}:deploymentgroup:${deploymentGroup}`;
}
