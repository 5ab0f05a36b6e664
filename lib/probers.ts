import { Stack } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { ownGroup } from './own-group.ts';
import { prober } from './prober.ts';
import { type ProberPlace, placeKey, proberPlaces } from './prober-places.ts';
import { proberRole } from './prober-role.ts';

/** A prober and where it stands. */
export type DeployedProber = ProberPlace & { readonly function: IFunction; readonly functionName: string };

/** All probers of a deployment, one in each place. */
export function probers(parent: Construct, deployment: Deployment): readonly DeployedProber[] {
  const scope = new Construct(parent, 'Probers');
  const stack = Stack.of(scope);
  const textOf = (value: string) => JSON.stringify(stack.resolve(value));
  const own = once(() => ownGroup(scope, deployment).attrGroupId);
  const places = proberPlaces({ ...deployment, ownGroup: own, textOf });
  const namePrefix = `${deployment.name}-prober-`;
  const role = proberRole(scope, { places, namePrefix });
  return places.map((place) => {
    const made = prober(scope, { place, key: placeKey(place, textOf), namePrefix, role, deployment });
    return { ...place, function: made, functionName: made.functionName };
  });
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
