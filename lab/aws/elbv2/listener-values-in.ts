import type { Listener } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { listOf } from '../codecs/list-of.ts';
import { textOf } from '../codecs/text-of.ts';
import { actionsIn } from './actions-in.ts';
import { invalid } from './invalid.ts';

/** What a listener may speak, by type of its load balancer (API Reference, `CreateListener`). */
const PROTOCOLS: Readonly<Record<string, readonly string[]>> = {
  application: ['HTTP', 'HTTPS'],
  network: ['TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'],
};
const WITH_CERTIFICATE = ['HTTPS', 'TLS'];
const MOST_PORTS = 65_535;

/** A listener with what a request says of it. Throws where it says too little, or what does not go together. */
export function listenerValuesIn(input: Input, before: Omit<Listener, 'port'> & { port: number | null }, world: World) {
  const protocol = textOf(input, 'Protocol') ?? before.protocol;
  const port = portIn(input, before.port);
  const owner = world.loadBalancers.find(({ arn }) => arn === before.loadBalancerArn);
  if (!(PROTOCOLS[owner?.type ?? ''] ?? []).includes(protocol)) {
    throw invalid('protocol', protocol, `Member must be one that a load balancer of type ${owner?.type} can speak`);
  }
  const needsOne = WITH_CERTIFICATE.includes(protocol) && !WITH_CERTIFICATE.includes(before.protocol);
  if (needsOne && listOf(input, 'Certificates').length === 0) {
    throw new AwsError('CertificateNotFound', 'A certificate must be specified for secure listeners', {
      exception: 'CertificateNotFoundException',
    });
  }
  refuseTwice(port, before, world);
  const given = actionsIn(input, 'DefaultActions', before.loadBalancerArn, world);
  const defaultActions = given ?? before.defaultActions;
  if (defaultActions.length === 0) throw invalid('defaultActions', '', 'Member must not be null');
  return { ...before, protocol, port, defaultActions } satisfies Listener;
}

function portIn(input: Input, before: number | null): number {
  const text = textOf(input, 'Port') ?? String(before ?? '');
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= MOST_PORTS) return port;
  throw invalid('port', text, `Member must have value between 1 and ${MOST_PORTS}`);
}

function refuseTwice(port: number, { arn, loadBalancerArn }: Pick<Listener, 'arn' | 'loadBalancerArn'>, world: World) {
  const others = world.listeners.filter((one) => one.loadBalancerArn === loadBalancerArn && one.arn !== arn);
  if (!others.some((one) => one.port === port)) return;
  const message = `A listener already exists on this port for this load balancer '${loadBalancerArn}'`;
  throw new AwsError('DuplicateListener', message, { exception: 'DuplicateListenerException' });
}
