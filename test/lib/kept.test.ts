import { EventBus } from 'aws-cdk-lib/aws-events';
import { describe, expect, it } from 'vitest';
import { writeActions } from '../../lambda/actions.ts';
import { heartbeatAlarm, settleProperties } from '../../lambda/contract.ts';
import { OriginDoctor } from '../../lib/origin-doctor.ts';
import type { OriginDoctorProps } from '../../lib/origin-doctor-props.ts';
import { alb, doctorStack, emptyStack, ordersWatch } from './doctor-stack.ts';
import { statementsOf } from './statements-of.ts';
import { type Synthesised, templateOf } from './template-of.ts';

function deployed(props: Partial<OriginDoctorProps> = {}) {
  const { stack, doctor } = doctorStack(props);
  const made = templateOf(stack);
  return { made, name: doctor.deploymentName };
}

describe('alarms that the monitor keeps', () => {
  it.each([
    [undefined, '2', '3'],
    [{ datapointsToAlarm: 4, evaluationPeriods: 5 }, '4', '5'],
    [{ evaluationPeriods: 2 }, '2', '2'],
    [{ evaluationPeriods: 1 }, '1', '1'],
  ])('of %j go off in as many checks as the stack’s own', (alarms, datapoints, periods) => {
    const { made, name } = deployed({ alarms });
    expect(environmentOf(made, 'Monitor')).toMatchObject({
      ORIGIN_DOCTOR_ALARM_PREFIX: `${name}/_kept/`,
      ORIGIN_DOCTOR_DATAPOINTS_TO_ALARM: datapoints,
      ORIGIN_DOCTOR_EVALUATION_PERIODS: periods,
    });
  });

  it('are none where there are to be no alarms, and those that were kept go', () => {
    const { made, name } = deployed({ alarms: false });
    for (const one of ['Monitor', 'Gate']) {
      const names = Object.keys(environmentOf(made, one));
      expect(names.filter((variable) => /ALARM|EVALUATION/.test(variable))).toEqual([]);
    }
    const actions = statementsOf(made, 'DoctorMonitor').flatMap((statement) => statement.actions);
    expect(actions.filter((action) => writeActions.alarms.some((one) => one === action))).toEqual([]);
    // Under another prefix it is another resource, and CloudFormation deletes what the old one is for.
    expect(prefixIn(made)).toBe(`${name}/_none/`);
    expect(prefixIn(deployed().made)).toBe(`${name}/_kept/`);
    const deleting = statementsOf(made, 'DoctorSettle').filter(({ actions: its }) =>
      its.includes('cloudwatch:DeleteAlarms'),
    );
    expect(deleting.flatMap(({ resources }) => resources)).toEqual([expect.stringContaining(`:alarm:${name}/_kept/*`)]);
  });
});

describe('an event bus', () => {
  it.each<[string, (stack: ReturnType<typeof emptyStack>) => OriginDoctorProps['eventBus'], RegExp, RegExp]>([
    ['that is not given', () => undefined, /^default$/, /:event-bus\/default$/],
    [
      'of another account',
      (stack) => EventBus.fromEventBusArn(stack, 'Bus', 'arn:aws:events:eu-central-1:444455556666:event-bus/ops'),
      /^arn:aws:events:eu-central-1:444455556666:event-bus\/ops$/,
      /^arn:aws:events:eu-central-1:444455556666:event-bus\/ops$/,
    ],
    ['of the app', (stack) => new EventBus(stack, 'Bus'), /"Fn::GetAtt":\["Bus\w+","Arn"\]/, /^<Bus\w+\.Arn>$/],
  ])('%s is named so that it is the one that is meant', (_, bus, told, allowed) => {
    const stack = emptyStack();
    new OriginDoctor(stack, 'Doctor', { loadBalancers: [alb], eventBus: bus(stack) });
    const made = templateOf(stack);
    const value = environmentOf(made, 'Monitor')['ORIGIN_DOCTOR_EVENT_BUS'];
    expect(typeof value === 'string' ? value : JSON.stringify(value)).toMatch(told);
    const putting = statementsOf(made, 'DoctorMonitor').filter(({ actions }) => actions.includes('events:PutEvents'));
    expect(putting.flatMap(({ resources }) => resources)).toEqual([expect.stringMatching(allowed)]);
  });
});

it.each(['heartbeat', 'Heartbeat'])('a load balancer and a watch named %s have alarms of their own', (called) => {
  const loadBalancers = [{ ...alb, arn: alb.arn.replace('/shop/', `/${called}/`) }];
  const { made, name } = deployed({ loadBalancers, watches: [ordersWatch({ name: `${called}-2` })] });
  const all = [...made.all('AWS::CloudWatch::Alarm'), ...made.all('AWS::CloudWatch::CompositeAlarm')];
  const names = all.map(({ Properties }) => Properties['AlarmName']);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(
    expect.arrayContaining([`${name}/${called}`, `${name}/${called}-2`, `${name}/${heartbeatAlarm}`]),
  );
});

function environmentOf(made: Synthesised, part: string): Readonly<Record<string, unknown>> {
  const found = Object.entries(made.resources).find(
    ([id, { Type }]) => Type === 'AWS::Lambda::Function' && id.includes(`Doctor${part}`),
  );
  const { Variables = {} } = (found?.[1].Properties['Environment'] ?? {}) as { Variables?: Record<string, unknown> };
  return Variables;
}

function prefixIn(made: Synthesised): unknown {
  return made.all('Custom::OriginDoctorSettings')[0]?.Properties[settleProperties.alarmPrefix];
}
