import { Stack, Token } from 'aws-cdk-lib';
import { CfnVPC } from 'aws-cdk-lib/aws-ec2';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { builtResource } from '../built-resource.ts';
import type { OriginDoctorProps } from '../origin-doctor-props.ts';
import { wrongProperty } from './wrong-property.ts';

/**
 * Throws where what the props name stands elsewhere than the stack, as far as both are known: a topic in another Region, to which no
 * alarm can write (https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html), a bus in another
 * Region, which only a rule can reach (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html),
 * a VPC in another Region, in which no prober can stand, or deployment groups of another Region or account, whose hooks the gate
 * cannot answer.
 */
export function checkPlaces(
  scope: Construct,
  { notifications = {}, eventBus, gate, watches = [] }: OriginDoctorProps,
): void {
  const { region, account } = Stack.of(scope);
  checkRegion('notifications.topic', notifications.topic, region);
  checkRegion('eventBus', eventBus, region);
  for (const { name, vpcId } of watches) checkRegion(`watch "${name}": from.vpc`, builtVpc(vpcId), region);
  const groups = gate === false ? [] : (gate?.deploymentGroups ?? []);
  for (const arn of groups) {
    if (Token.isUnresolved(arn)) continue;
    const [, , , itsRegion, itsAccount] = arn.split(':');
    if (!differs(itsRegion, region) && !differs(itsAccount, account)) continue;
    throw wrongProperty(
      'gate.deploymentGroups',
      arn,
      `those of the stack's Region and account (${region}, ${account})`,
    );
  }
}

function builtVpc(vpcId: string): CfnVPC | undefined {
  const vpc = builtResource(vpcId);
  return vpc instanceof CfnVPC ? vpc : undefined;
}

function checkRegion(property: string, resource: ITopic | IEventBus | CfnVPC | undefined, region: string): void {
  const itsRegion = resource?.env?.region;
  if (!differs(itsRegion, region)) return;
  throw wrongProperty(property, `one of ${itsRegion}`, `one of the stack's Region (${region})`);
}

function differs(one: string | undefined, other: string): boolean {
  return one !== undefined && one !== other && !Token.isUnresolved(one) && !Token.isUnresolved(other);
}
