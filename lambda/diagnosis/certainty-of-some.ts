import type { Certainty } from '../model/diagnosis.ts';
import type { Hop } from '../model/flow.ts';

/** Of a denial that hangs some connections: several silences in a row are likely from a third of all on, a rare chance below. */
export function certaintyOfSome({ deniedShare = 1 }: Pick<Hop, 'deniedShare'>): Certainty {
  return deniedShare < 1 / 3 ? 'possible' : 'likely';
}
