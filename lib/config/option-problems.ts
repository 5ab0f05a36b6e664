import { isTooMuch } from '../checks/is-too-much.ts';
import type { Config, ConfigDeployment } from './config-schema.ts';

type Options = NonNullable<Config['options']>;

/** An alarm may look back a day at most: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html */
const MINUTES_OF_A_DAY = 1440;

/**
 * What is wrong with the options that hold for the deployment at this place: each stands in its own options or else in those of all,
 * and is blamed where it stands.
 */
export function optionProblems(
  { account, options: ofAll }: Config,
  { region, vpcCidrs, options: own }: ConfigDeployment,
  at: string,
): readonly string[] {
  const options: Options = { ...ofAll, ...own };
  const placeOf = (name: keyof Options) => `${own?.[name] === undefined ? 'options' : `${at}.options`}.${name}`;
  return [
    ...alarmProblems(options, placeOf('alarms')),
    ...strangeArns(options.topicArn === undefined ? [] : [options.topicArn], { region, account }, placeOf('topicArn')),
    ...gateProblems(options, { region, account }, placeOf('gate')),
    ...tooMuch(options.dialable?.addresses ?? [], `${placeOf('dialable')}.addresses`),
    ...tooMuch(vpcCidrs, `${at}.vpcCidrs`),
  ];
}

function alarmProblems({ alarms, intervalMinutes = 1 }: Options, at: string): readonly string[] {
  if (alarms === undefined || alarms === false) return [];
  const { datapointsToAlarm = 2, evaluationPeriods = 3 } = alarms;
  const longest = Math.floor(MINUTES_OF_A_DAY / intervalMinutes);
  return [
    ...(evaluationPeriods <= longest
      ? []
      : [
          `${at}.evaluationPeriods is ${evaluationPeriods}: at ${intervalMinutes} minutes each, allowed are up to ${longest}, which is a day`,
        ]),
    ...(datapointsToAlarm <= evaluationPeriods
      ? []
      : [
          `${at}.datapointsToAlarm is ${datapointsToAlarm}: allowed are up to ${evaluationPeriods}, its evaluationPeriods`,
        ]),
  ];
}

type Place = { readonly region: string; readonly account: string };

function gateProblems({ gate }: Options, place: Place, at: string): readonly string[] {
  if (gate === undefined || gate === false) return [];
  return strangeArns(gate.deploymentGroups ?? [], place, `${at}.deploymentGroups`);
}

function strangeArns(arns: readonly string[], { region, account }: Place, field: string): readonly string[] {
  const strange = arns.filter((arn) => {
    const [, , , itsRegion, itsAccount] = arn.split(':');
    return itsRegion !== region || itsAccount !== account;
  });
  return strange.map((arn) => `${field} is ${arn}: allowed is one of ${region} and account ${account}`);
}

function tooMuch(ranges: readonly string[], field: string): readonly string[] {
  if (!isTooMuch(ranges)) return [];
  return [`${field} is ${JSON.stringify(ranges)}: allowed is together at most a sixteenth of all IPv4 addresses`];
}
