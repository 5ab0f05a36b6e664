import type { EndpointContext } from '../../model/evidence.ts';
import type { ProbeResult } from '../../model/probe-result.ts';
import { awsCommand } from '../aws-command.ts';
import { defineFault } from '../fault.ts';
import { PROBER_TROUBLES, type ProberTrouble } from '../prober-troubles.ts';
import { zonesOf } from '../zones-of.ts';

/** Our own prober could not dial. Nothing is said of the target. */
export const fault = defineFault({
  code: 'vantage-point-broken',
  title: 'A prober could not run, so nothing was seen from its zone',
  component: 'prober',
  subject: 'endpoint',
  kind: 'cause',
  refines: [],
  explains: ['traffic:inconclusive', 'health-check:inconclusive', 'sibling:inconclusive', 'listener:inconclusive'],
  needs: [['probes']],
  match: ({ probes }, context) => {
    const failed = probes.filter(({ outcome }) => outcome === 'inconclusive');
    return failed.map((result) => ({
      certainty: 'certain',
      zones: zonesOf([result.vantagePoint], context),
      culprit: { resource: result.vantagePoint, value: result.errno ?? reportOf(result) },
      facts: [{ name: `report of ${result.vantagePoint}`, value: `${reportOf(result)}, at ${result.at}` }],
      result,
    }));
  },
  why: ({ result }) =>
    `Dialling from ${result.vantagePoint} failed on our side: ${troubleOf(result).means} (${reportOf(result)}). That says nothing about the target, and nothing about it was seen from there.`,
  fix: ({ result }, context) => {
    const trouble = troubleOf(result);
    return {
      summary: trouble.mend,
      commands: commandsFor(trouble, result, context),
      cdk: '',
      confirm: 'Check again: the zone shows an outcome.',
      changes: null,
    };
  },
  see: [
    'https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
  ],
  page: {
    meaning:
      'A prober, one of our own functions, could not run or could not send a packet. Nothing is said of the target; it is neither healthy nor faulty because of this.',
    probe: '`inconclusive`, with the name of the AWS exception or of the operating system error.',
    loadBalancer: 'Whatever is true. Its word stands, and where there is one it is shown.',
    user: 'Nothing, unless the subnet is short of addresses: then the load balancer cannot grow either.',
    confirmCode:
      'aws lambda get-function-configuration --function-name PROBER --query "[State,StateReason,LastUpdateStatusReason]"',
    confusedWith:
      "A target fault, by tools that count every failed check as one. A throttled call, a full subnet or an exhausted prober must never wake the target's owner.",
    cdk: 'Probers are made from the subnets and security groups of the load balancer. Deploy again after those have changed.',
    cdkCode: `new OriginDoctor(this, 'OriginDoctor', { loadBalancers: [loadBalancer] });`,
  },
});

const UNKNOWN_TROUBLE: Omit<ProberTrouble, 'sign'> = {
  means: 'it reported a trouble of its own',
  mend: 'Mend what the prober reported.',
  command: () => null,
};

function troubleOf({ errno, detail }: ProbeResult): Omit<ProberTrouble, 'sign'> {
  const words = [errno, detail].filter((one) => one !== null).join(' ');
  return PROBER_TROUBLES.find(({ sign }) => sign.test(words)) ?? UNKNOWN_TROUBLE;
}

function reportOf({ errno, detail }: ProbeResult): string {
  const words = [errno, detail].filter((one) => one !== null);
  return words.length === 0 ? 'it gave no reason' : words.join(': ').replace(/\.$/, '');
}

function commandsFor(
  { command }: Omit<ProberTrouble, 'sign'>,
  { vantagePoint }: ProbeResult,
  context: EndpointContext,
) {
  const place = context.vantagePoints.find(({ id }) => id === vantagePoint);
  if (place === undefined || place.subnetId === null) return [];
  const words = command({ subnetId: place.subnetId, securityGroups: place.securityGroups });
  return words === null ? [] : [awsCommand(context.caller.arn, words)];
}
