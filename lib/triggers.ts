import { Duration } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as LambdaTarget } from 'aws-cdk-lib/aws-events-targets';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type EventPattern, watchedEvents } from '../lambda/watched-events.ts';
import type { Deployment } from './deployment.ts';

/** What is triggered, and where events go that could not be delivered. */
export type TriggersProps = {
  readonly deployment: Deployment;
  readonly monitor: IFunction;
  readonly deadLetters: IQueue;
};

/**
 * The schedule and one rule for each kind of watched event. A scheduled rule costs nothing and starts within the minute.
 * Events reach the monitor as EventBridge sends them, so that it can tell whose they are.
 */
export function triggers(parent: Construct, { deployment, monitor, deadLetters }: TriggersProps): void {
  const scope = new Construct(parent, 'Triggers');
  const delivery = { deadLetterQueue: deadLetters, retryAttempts: 2, maxEventAge: Duration.minutes(5) };
  new Rule(scope, 'Schedule', {
    description: `Origin Doctor ${deployment.name}: a check of everything`,
    schedule: Schedule.rate(Duration.seconds(deployment.intervalSeconds)),
    targets: [new LambdaTarget(monitor, delivery)],
  });
  for (const [name, pattern] of Object.entries<EventPattern>(watchedEvents)) {
    new Rule(scope, `On${name[0]?.toUpperCase()}${name.slice(1)}`, {
      description: `Origin Doctor ${deployment.name}: ${name}`,
      eventPattern: {
        source: [...pattern.source],
        detailType: [...pattern.detailType],
        ...(pattern.detail === undefined ? {} : { detail: { ...pattern.detail } }),
      },
      targets: [new LambdaTarget(monitor, delivery)],
    });
  }
}
