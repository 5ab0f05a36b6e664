import { balancerName } from '../../model/balancer-name.ts';
import type { ReportedEndpoint } from '../../model/report.ts';

/**
 * An endpoint as a person would say it: `web-1 (i-0abc) at 10.0.1.5:8080`, with its purpose where it is not traffic; a
 * registered load balancer by its name.
 */
export function endpointName({ target, address, dialled, port, purpose }: ReportedEndpoint): string {
  if (dialled === false) return `load balancer ${balancerName(target.id)}, port ${port}`;
  return `${whereabouts(target, address, port)}${PURPOSES[purpose]}`;
}

const PURPOSES: Record<ReportedEndpoint['purpose'], string> = {
  traffic: '',
  'health-check': ', its health check port',
  sibling: ', a port beside the registered one',
  listener: ', the listener',
};

function whereabouts({ id, name }: ReportedEndpoint['target'], address: string | null, port: number): string {
  if (address === null) return `${name === null ? id : `${name} (${id})`}, port ${port}, address not known`;
  const dialled = `${address.includes(':') ? `[${address}]` : address}:${port}`;
  if (id === address) return name === null ? dialled : `${name} at ${dialled}`;
  return `${name === null ? id : `${name} (${id})`} at ${dialled}`;
}
