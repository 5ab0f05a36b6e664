import { isTooMuch } from '../checks/is-too-much.ts';
import { repeatedRange } from '../checks/repeated-range.ts';
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
    ...topicProblems(options, region, placeOf('topicArn')),
    ...gateProblems(options, { region, account }, placeOf('gate')),
    ...rangeProblems(options.dialable?.addresses ?? [], `${placeOf('dialable')}.addresses`),
    ...rangeProblems(vpcCidrs, `${at}.vpcCidrs`),
  ];
}

function alarmProblems({ alarms, intervalMinutes = 1 }: Options, at: string): readonly string[] {
  if (alarms === undefined || alarms === false) return [];
  const { evaluationPeriods = 3 } = alarms;
  const { datapointsToAlarm = Math.min(2, evaluationPeriods) } = alarms;
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

/** A topic of another account takes messages too, where its policy lets it. */
function topicProblems({ topicArn }: Options, region: string, at: string): readonly string[] {
  if (topicArn === undefined || topicArn.split(':')[3] === region) return [];
  return [`${at} is ${topicArn}: allowed is one of ${region}`];
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

function rangeProblems(ranges: readonly string[], field: string): readonly string[] {
  const twice = repeatedRange(ranges);
  if (twice !== undefined) return [`${field} is "${twice}": allowed is each range once`];
  if (!isTooMuch(ranges)) return [];
  return [`${field} is ${JSON.stringify(ranges)}: allowed is together at most a sixteenth of all IPv4 addresses`];
}
