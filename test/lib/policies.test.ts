import { describe, expect, it } from 'vitest';
import { gateActions, readActions, settleActions, writeActions } from '../../lambda/actions.ts';
import { doctorStack } from './doctor-stack.ts';
import { statementsOf } from './statements-of.ts';
import { templateOf } from './template-of.ts';

const made = templateOf(doctorStack().stack);
const readmitting = templateOf(doctorStack({ gate: { readmit: true } }).stack);

/** Of these AWS takes no narrower resource, by the service authorization reference; every other action has one. */
const WITHOUT_RESOURCE = /^(?:ec2|elasticloadbalancing):Describe/;

const ROLES: readonly { role: string; actions: readonly string[] }[] = [
  { role: 'DoctorMonitor', actions: [...readActions, ...Object.values(writeActions).flat()] },
  {
    role: 'DoctorGate',
    actions: [
      ...readActions,
      ...writeActions.invokeProbers,
      ...writeActions.table,
      ...writeActions.log,
      ...gateActions.status,
      ...gateActions.goOn,
    ],
  },
  { role: 'DoctorWidget', actions: ['dynamodb:Query', ...writeActions.log] },
  { role: 'DoctorSettle', actions: [...Object.values(settleActions).flat(), ...writeActions.log] },
  {
    role: 'DoctorProbers',
    actions: [
      'ec2:AssignPrivateIpAddresses',
      'ec2:CreateNetworkInterface',
      'ec2:DeleteNetworkInterface',
      'ec2:DescribeNetworkInterfaces',
      'ec2:DescribeSubnets',
      'ec2:UnassignPrivateIpAddresses',
    ],
  },
];

it.each(ROLES)('$role may do what its list says, no more and no less', ({ role, actions }) => {
  const allowed = statementsOf(made, role).filter(({ effect }) => effect === 'Allow');
  expect([...new Set(allowed.flatMap((one) => one.actions))].toSorted()).toEqual([...new Set(actions)].toSorted());
});

it('has no role without a list above, and grants nothing through managed policies', () => {
  const roles = made.all('AWS::IAM::Role');
  expect(roles).toHaveLength(ROLES.length);
  expect(roles.filter(({ Properties }) => 'ManagedPolicyArns' in Properties || 'Policies' in Properties)).toEqual([]);
  expect(made.all('AWS::IAM::Policy')).toHaveLength(ROLES.length);
});

it('has no wildcard action', () => {
  const actions = statementsOf(readmitting, '').flatMap((one) => one.actions);
  expect(actions.filter((action) => action.includes('*'))).toEqual([]);
});

it('allows on every resource only what takes no narrower one', () => {
  const open = statementsOf(readmitting, '').filter(
    ({ effect, resources }) => effect === 'Allow' && resources.includes('*'),
  );
  const actions = open.flatMap((one) => one.actions);
  expect(actions).not.toEqual([]);
  expect(actions.filter((action) => !WITHOUT_RESOURCE.test(action))).toEqual([]);
});

describe('the probers', () => {
  const statements = statementsOf(made, 'DoctorProbers');
  const denied = statements.filter(({ effect }) => effect === 'Deny');

  it('are denied, from their own code, all that their role allows to Lambda', () => {
    const allowed = statements.filter(({ effect }) => effect === 'Allow').flatMap((one) => one.actions);
    expect(denied).toHaveLength(1);
    expect([...(denied[0]?.actions ?? [])].toSorted()).toEqual([...new Set(allowed)].toSorted());
    expect(denied[0]?.resources).toEqual(['*']);
  });

  it('are all meant by the denial', () => {
    const text = JSON.stringify(denied[0]?.condition);
    const pattern = /:function:([A-Za-z0-9?-]+)/.exec(text)?.[1] ?? 'none';
    expect(text).toContain('lambda:SourceFunctionArn');
    const names = proberNames();
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !meant(pattern).test(name))).toEqual([]);
  });

  it('are invoked by monitor and gate alone', () => {
    const granted = made.all('AWS::Lambda::Permission').map(({ Properties }) => Properties['Principal']);
    expect(new Set(granted)).toEqual(new Set(['events.amazonaws.com']));
    const invokers = ROLES.filter(({ role }) =>
      statementsOf(made, role).some(
        ({ actions, resources }) =>
          actions.includes('lambda:InvokeFunction') &&
          resources.some((one) => proberNames().some((name) => mayInvoke(one, name))),
      ),
    );
    expect(invokers.map(({ role }) => role)).toEqual(['DoctorMonitor', 'DoctorGate']);
  });
});

it('lets the monitor invoke nothing but its own probers', () => {
  const invoking = statementsOf(made, 'DoctorMonitor').filter(({ actions }) =>
    actions.includes('lambda:InvokeFunction'),
  );
  const [pattern = '', ...more] = invoking.flatMap(({ resources }) => resources);
  expect(more).toEqual([]);
  expect(pattern).toMatch(/:lambda:eu-central-1:111122223333:function:/);
  expect(proberNames().filter((name) => !mayInvoke(pattern, name))).toEqual([]);
  const others = made.all('AWS::Lambda::Function').filter(({ Properties }) => !('VpcConfig' in Properties));
  const named = others.flatMap(({ Properties }) => Properties['FunctionName'] ?? []).map(String);
  const alike = proberNames().flatMap((name) => [`${name}0`, `x${name}`, name.slice(0, -1)]);
  expect([...named, ...alike].filter((name) => mayInvoke(pattern, name))).toEqual([]);
});

it('lets what settles write the table and nothing else of it', () => {
  const statements = statementsOf(made, 'DoctorSettle').filter(({ actions }) => actions.includes('dynamodb:PutItem'));
  expect(statements).toHaveLength(1);
  expect(statements[0]?.resources).toEqual([expect.stringMatching(/^<DoctorTable[A-F0-9]+\.Arn>$/)]);
});

it('registers targets again only where that is asked for', () => {
  const may = (statements: ReturnType<typeof statementsOf>) =>
    statements.some(({ actions }) => actions.includes('elasticloadbalancing:RegisterTargets'));
  expect(may(statementsOf(made, 'DoctorGate'))).toBe(false);
  expect(may(statementsOf(readmitting, 'DoctorGate'))).toBe(true);
  expect(may(statementsOf(readmitting, 'DoctorMonitor'))).toBe(false);
});

it('answers the hooks of the deployment groups that are named', () => {
  const group = 'arn:aws:codedeploy:eu-central-1:111122223333:deploymentgroup:shop/blue-green';
  const narrowed = templateOf(doctorStack({ gate: { deploymentGroups: [group] } }).stack);
  const statement = statementsOf(narrowed, 'DoctorGate').find(({ actions }) => actions.includes(gateActions.status[0]));
  expect(statement?.resources).toEqual([group]);
});

it.each(['DoctorMonitor', 'DoctorSettle'])('lets %s change only the alarms that are kept', (role) => {
  const changing = statementsOf(made, role).filter(({ actions }) => actions.includes('cloudwatch:DeleteAlarms'));
  expect(changing).toHaveLength(1);
  expect(changing[0]?.resources).toEqual([expect.stringMatching(/:alarm:Web-Doctor-[A-F0-9]+\/_kept\/\*$/)]);
});

/** Whether an ARN of functions, with wildcards, means the one of this name. */
function mayInvoke(arn: string, name: string): boolean {
  return meant(arn.split(':function:')[1] ?? '').test(name);
}

/** What a resource of a policy means: `*` stands for any text, `?` for one character. */
function meant(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}

function proberNames(): readonly string[] {
  return made
    .all('AWS::Lambda::Function')
    .filter(({ Properties }) => 'VpcConfig' in Properties)
    .map(({ Properties }) => String(Properties['FunctionName']));
}
