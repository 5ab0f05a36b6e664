import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { writeActions } from '../lambda/actions.ts';
import { monitorEnvironment } from '../lambda/contract.ts';
import { allow } from './allow.ts';
import type { Deployment } from './deployment.ts';
import { lambdaFunction } from './lambda-function.ts';

/** The function behind the dashboard's own widget. It reads the table; who looks at the page invokes it, as himself. */
export function widget(parent: Construct, deployment: Deployment, table: Table): LambdaFunction {
  return lambdaFunction(new Construct(parent, 'Widget'), 'Function', {
    code: 'widget',
    description: 'Origin Doctor: shows on the dashboard what is in force',
    environment: {
      [monitorEnvironment.deployment]: deployment.name,
      [monitorEnvironment.table]: table.tableName,
      [monitorEnvironment.intervalSeconds]: String(deployment.intervalSeconds),
    },
    timeoutSeconds: 30,
    memoryMb: 256,
    logRetention: deployment.logRetention,
    statements: [
      allow(
        writeActions.table.filter((action) => READS.includes(action)),
        [table.tableArn],
      ),
    ],
  });
}

const READS: readonly string[] = ['dynamodb:Query'];
