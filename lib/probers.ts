import { NestedStack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { checkRoom } from './checks/check-room.ts';
import { cidrBlocksOf } from './cidr-blocks-of.ts';
import type { Deployment } from './deployment.ts';
import { needsNestedStack } from './needs-nested-stack.ts';
import { ownGroup } from './own-group.ts';
import { prober } from './prober.ts';
import { proberNames } from './prober-names.ts';
import { type ProberPlace, placeKey, proberPlaces } from './prober-places.ts';
import { proberRole } from './prober-role.ts';
import { textOf } from './text-of.ts';

/** A prober and where it stands. */
export type DeployedProber = ProberPlace & { readonly functionName: string };

/** All probers of a deployment, one in each place. What needs them to be there depends on `scope`. */
export type Probers = { readonly scope: Construct; readonly list: readonly DeployedProber[] };

/**
 * Makes the probers: many of them in a stack of their own, nested in that of the construct. They are called otherwise there,
 * since CloudFormation makes what is new before it takes away what is old, and two functions cannot have one name.
 */
export function probers(parent: Construct, deployment: Deployment): Probers {
  const scope = new Construct(parent, 'Probers');
  // What a VPC says of its ranges is true once it has them.
  for (const block of cidrBlocksOf(deployment.vpcId)) scope.node.addDependency(block);
  const text = (value: string) => textOf(scope, value);
  const own = once(() => ownGroup(scope, deployment).attrGroupId);
  const places = proberPlaces({ ...deployment, ownGroup: own, textOf: text });
  const { loadBalancers, watches } = deployment;
  const size = { loadBalancers: loadBalancers.length, watches: watches.length, probers: places.length };
  checkRoom(size);
  const names = proberNames(deployment.name);
  const role = proberRole(scope, { vpcId: deployment.vpcId, places, functions: names.pattern });
  const isNested = needsNestedStack(size);
  const home = isNested ? new NestedStack(scope, 'Nested', { description: 'Origin Doctor: probers' }) : scope;
  const list = places.map((place): DeployedProber => {
    const key = placeKey(place, text);
    const functionName = names.of(isNested ? `nested ${key}` : key);
    prober(home, { place, functionName, role, deployment });
    return { ...place, functionName };
  });
  return { scope, list };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
