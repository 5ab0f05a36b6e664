import { RemovalPolicy } from 'aws-cdk-lib';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { OriginDoctorProps } from '../origin-doctor-props.ts';
import { checkForm } from './check-form.ts';
import { checkKeys } from './check-keys.ts';
import { checkOneOf } from './check-one-of.ts';
import { forms } from './forms.ts';
import { knownKeys } from './known-keys.ts';
import { wrongProperty } from './wrong-property.ts';

/**
 * Throws where props have not the shape that their types say, which plain JavaScript does not check: an unknown property, a text
 * where a list is meant, a value that is none of a few. What numbers, ranges and ids may be is checked where they are read.
 */
export function checkProps(props: OriginDoctorProps): void {
  checkKeys('', props, knownKeys.props);
  const { loadBalancers, watches = [], dialable = {}, declared = {}, notifications = {}, dashboard = true } = props;
  const { alarms = {}, gate = {}, identity = 'load-balancer' } = props;
  if (!Array.isArray(loadBalancers)) {
    throw wrongProperty('loadBalancers', loadBalancers, 'a list of load balancers; [] where there are watches alone');
  }
  if (!Array.isArray(watches))
    throw wrongProperty('watches', watches, 'a list of what watch({ name, from, to }) gives');
  checkForm('watchedElsewhere', props.watchedElsewhere ?? [], forms.loadBalancer);
  checkKeys('dialable', dialable, knownKeys.dialable);
  checkDeclarations(declared);
  checkNotifications(notifications);
  if (alarms !== false) checkSwitch('alarms', alarms, knownKeys.alarms);
  checkGate(gate);
  checkOneOf('identity', identity, ['load-balancer', 'own']);
  checkOneOf('dashboard', dashboard, [true, false]);
  checkKept(props);
}

function checkDeclarations(declared: NonNullable<OriginDoctorProps['declared']>): void {
  if (typeof declared !== 'object' || declared === null) {
    throw wrongProperty('declared', declared, 'an object of { ports, clients } by the ARN of a load balancer');
  }
  for (const [arn, one] of Object.entries(declared)) checkKeys(`declared[${arn}]`, one, knownKeys.declared);
}

function checkNotifications(notifications: NonNullable<OriginDoctorProps['notifications']>): void {
  checkKeys('notifications', notifications, knownKeys.notifications);
  const { topic, emails = [], subscriptions = [] } = notifications;
  checkForm('notifications.emails', emails, forms.email);
  if (topic !== undefined)
    checkHas('notifications.topic', topic, 'topicArn', 'a Topic, as Topic.fromTopicArn gives it');
  const listed = 'a list of subscriptions, as new EmailSubscription(…)';
  if (!Array.isArray(subscriptions)) throw wrongProperty('notifications.subscriptions', subscriptions, listed);
  for (const [index, one] of subscriptions.entries()) {
    checkHas(`notifications.subscriptions[${index}]`, one, 'bind', 'a subscription, as new EmailSubscription(…)');
  }
}

function checkGate(gate: NonNullable<OriginDoctorProps['gate']>): void {
  if (gate === false) return;
  checkSwitch('gate', gate, knownKeys.gate);
  const { deploymentGroups, targetGroups = [], readmit = false } = gate;
  if (deploymentGroups?.length === 0) {
    throw wrongProperty('gate.deploymentGroups', [], `at least one of ${forms.deploymentGroup.allowed}`);
  }
  checkForm('gate.deploymentGroups', deploymentGroups ?? [], forms.deploymentGroup);
  checkForm('gate.targetGroups', targetGroups, forms.targetGroup);
  checkOneOf('gate.readmit', readmit, [true, false]);
}

function checkSwitch(property: string, value: unknown, known: Readonly<Record<string, true>>): void {
  if (typeof value !== 'object') {
    throw wrongProperty(property, value, `an object of ${Object.keys(known).join(', ')}, or false for none`);
  }
  checkKeys(property, value, known);
}

/**
 * CloudFormation makes no snapshot of a table:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
const REMOVALS = [RemovalPolicy.DESTROY, RemovalPolicy.RETAIN, RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE];

function checkKept(props: OriginDoctorProps): void {
  const { logRetention = RetentionDays.ONE_MONTH, tableRemovalPolicy = RemovalPolicy.DESTROY, eventBus } = props;
  const days = Object.values(RetentionDays).filter((one) => typeof one === 'number');
  checkOneOf('logRetention', logRetention, days);
  checkOneOf('tableRemovalPolicy', tableRemovalPolicy, REMOVALS);
  if (eventBus === undefined) return;
  checkHas('eventBus', eventBus, 'eventBusArn', 'an EventBus, as EventBus.fromEventBusArn gives it');
}

function checkHas(property: string, value: unknown, key: string, allowed: string): void {
  if (typeof value === 'object' && value !== null && key in value) return;
  throw wrongProperty(property, value, allowed);
}
