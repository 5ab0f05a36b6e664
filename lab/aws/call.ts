import type { Input } from './codecs/input.ts';
import type { Service } from './operation.ts';
import type { Protocol } from './protocols/protocol.ts';

/** A request understood: which service is called, for which operation, in which protocol. */
export type Call = {
  readonly protocol: Protocol;
  /** Null where no service of ours is meant. */
  readonly service: Service | null;
  readonly operation: string;
  /** Reads the parameters; throws where they cannot be read. */
  readonly input: () => Input;
};
