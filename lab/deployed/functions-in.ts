import { join } from 'node:path';
import type { DeployedFunction } from '../deployment.ts';
import { identityOf } from './identity-of.ts';
import { resourcesOfType } from './resources-of-type.ts';
import type { DeployedStack } from './stacks-in.ts';
import { statementsOf } from './statements-of.ts';
import type { Place } from './template.ts';

/** A function of a template; `network` null: it stands outside every VPC. */
export type TemplateFunction = DeployedFunction & {
  readonly network: { readonly subnets: readonly string[]; readonly groups: readonly string[] } | null;
};

type Code = { readonly S3Key: string };
type Environment = { readonly Variables: Readonly<Record<string, string>> };
type VpcConfig = { readonly SubnetIds: readonly string[]; readonly SecurityGroupIds: readonly string[] };

/**
 * The functions of stacks that belong together (those of these names), with their bundles, their environments and what their roles may do.
 * Nothing of the others is resolved.
 */
export function functionsIn(
  stacks: readonly DeployedStack[],
  place: Place,
  isMeant: (name: string) => boolean = () => true,
): readonly TemplateFunction[] {
  return stacks.flatMap((stack) => functionsOf(stack, stacks, place, isMeant));
}

function functionsOf(
  { template, folderOf, resolve }: DeployedStack,
  stacks: readonly DeployedStack[],
  place: Place,
  isMeant: (name: string) => boolean,
): readonly TemplateFunction[] {
  return resourcesOfType(template, 'AWS::Lambda::Function', resolve).flatMap(({ id, property }) => {
    const { ref: name, arn } = identityOf(id, template.Resources[id] ?? { Type: '' }, place);
    if (!isMeant(name)) return [];
    const network = property('VpcConfig') as VpcConfig | undefined;
    const role = String(property('Role')).split('/').at(-1) ?? '';
    return {
      ...{ name, arn },
      file: join(folderOf((property('Code') as Code).S3Key), fileOf(String(property('Handler')))),
      environment: (property('Environment') as Environment | undefined)?.Variables ?? {},
      timeoutSeconds: Number(property('Timeout') ?? DEFAULT_SECONDS),
      inVpc: network !== undefined,
      // A role may stand in another stack than what wears it.
      statements: stacks.flatMap((one) => statementsOf(one.template, role, one.resolve)),
      network: network === undefined ? null : { subnets: network.SubnetIds, groups: network.SecurityGroupIds },
    };
  });
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html */
const DEFAULT_SECONDS = 3;

/** `index.handler` is the `handler` of `index.mjs`. */
function fileOf(handler: string): string {
  return `${handler.split('.')[0]}.mjs`;
}
