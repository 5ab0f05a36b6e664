import type { Target } from '../../../lambda/model/inventory.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { listOf } from '../codecs/list-of.ts';
import { textOf } from '../codecs/text-of.ts';
import { requiredText } from './required-text.ts';

const MOST_PORTS = 65_535;

/** The targets that a request names; none where it names none. Throws for one without an id, or with a port that is none. */
export function targetsIn(input: Input): readonly Target[] {
  return listOf(input, 'Targets').map((target) => ({
    id: requiredText(target, 'Id'),
    port: portOf(target),
    zone: textOf(target, 'AvailabilityZone') ?? null,
  }));
}

function portOf(target: Input): number | null {
  const text = textOf(target, 'Port');
  if (text === undefined) return null;
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= MOST_PORTS) return port;
  const why = `failed to satisfy constraint: Member must have value between 1 and ${MOST_PORTS}`;
  throw new AwsError('ValidationError', `1 validation error detected: Value '${text}' at 'targets.member.port' ${why}`);
}
