import { CustomResource, Duration } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { settleActions } from '../lambda/actions.ts';
import { settleAttributes, settleProperties } from '../lambda/contract.ts';
import { alarmPrefix } from './alarm-prefix.ts';
import { allow } from './allow.ts';
import { arnOf } from './arn-of.ts';
import type { Deployment } from './deployment.ts';
import { lambdaFunction } from './lambda-function.ts';
import { packageVersion } from './package-version.ts';
import type { Probers } from './probers.ts';
import { settingsOf } from './settings-of.ts';

/** What is settled. */
export type SettleProps = { readonly deployment: Deployment; readonly probers: Probers; readonly table: Table };

/** `version` is that of the settings. Who names it in its environment comes after the settings, and is started anew with each. */
export type Settled = { readonly version: string };

/**
 * Settles what CloudFormation cannot: writes what is watched into the table, which is too much for a function's environment,
 * and takes away, when the stack goes, the alarms that the monitor made. The settings are written after the probers that they
 * name are made, and before those that they name no more are taken away, since CloudFormation does that last; an update
 * that is rolled back writes the settings before it. Who reads them and makes alarms names `version`: so it goes first.
 */
export function settle(parent: Construct, { deployment, probers, table }: SettleProps): Settled {
  const scope = new Construct(parent, 'Settle');
  const prefix = alarmPrefix(deployment.name);
  const alarm = (name: string) => arnOf(scope, { service: 'cloudwatch', resource: `alarm:${name}` });
  const handler = lambdaFunction(scope, 'Function', {
    code: 'settle',
    description: 'Origin Doctor: writes what is watched into the table, and takes kept alarms away when the stack goes',
    environment: {},
    timeoutSeconds: TIMEOUT_SECONDS,
    memoryMb: 256,
    logRetention: deployment.logRetention,
    statements: [
      ...settleActions.alarms.map((action) =>
        // A list is asked of all alarms, whatever beginning of a name it is asked for.
        allow([action], [alarm(action.includes(':Describe') ? '*' : `${prefix}*`)]),
      ),
      allow(settleActions.table, [table.tableArn]),
    ],
  });
  const resource = new CustomResource(scope, 'Settings', {
    serviceToken: handler.functionArn,
    resourceType: 'Custom::OriginDoctorSettings',
    // Lambda tries three times where the function could not answer.
    serviceTimeout: Duration.minutes(10),
    properties: {
      [settleProperties.alarmPrefix]: deployment.alarms === null ? withoutAlarms(deployment.name) : prefix,
      [settleProperties.table]: table.tableName,
      [settleProperties.settings]: settingsOf(deployment, probers.list),
      [settleProperties.package]: packageVersion(),
    },
  });
  resource.node.addDependency(probers.scope);
  return { version: resource.getAttString(settleAttributes.version) };
}

/**
 * Where no alarms are wanted, the resource is called otherwise: so CloudFormation has those deleted that were kept under the old
 * prefix, once the monitor keeps them no more. No alarm ever begins so.
 */
function withoutAlarms(deployment: string): string {
  return `${deployment}/_none/`;
}

const TIMEOUT_SECONDS = 120;
