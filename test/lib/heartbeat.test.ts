import { expect, it } from 'vitest';
import { dimensions, heartbeatAlarm, metricNamespace, metrics, stackOutputs } from '../../lambda/contract.ts';
import { doctorStack } from './doctor-stack.ts';
import { templateOf } from './template-of.ts';

const made = templateOf(doctorStack().stack);

/** What the stack's output of this name says. */
function output(name: keyof typeof stackOutputs): unknown {
  const outputs: Record<string, { readonly Value: unknown }> = made.template.toJSON()['Outputs'];
  return Object.entries(outputs).find(([key]) => key.startsWith(stackOutputs[name]))?.[1].Value;
}

it('the alarm that the doctor asks for is the one that is deployed', () => {
  const deployment = output('deployment');
  const alarm = made
    .all('AWS::CloudWatch::Alarm')
    .find(({ Properties }) => Properties['AlarmName'] === `${deployment}/${heartbeatAlarm}`);
  expect(alarm?.Properties).toMatchObject({
    Namespace: metricNamespace,
    MetricName: metrics.heartbeat.name,
    Dimensions: [{ Name: dimensions.deployment, Value: deployment }],
  });
});

it('the topic that the doctor asks for is among the outputs', () => {
  const [topic] = Object.entries(made.resources).filter(([, { Type }]) => Type === 'AWS::SNS::Topic');
  expect(topic).toBeDefined();
  expect(output('topic')).toEqual({ Ref: topic?.[0] });
});
