import type { Process } from '../world/world.ts';

/** Where to dial for an address of the world. `drop`: the packet is swallowed (loopback mode only; the kernel does it otherwise). */
export type Dialled = { readonly host: string; readonly port: number } | 'drop';

/** Loopback mode's address book: `10.20.10.21:8080` to where it is really served. What is not in it is nobody: silence. */
export type AddressBook = Readonly<Record<string, Dialled>>;

/** To a host: what shall listen now. `anyPort` listens on ports of the kernel's choice on 127.0.0.1 (loopback mode). */
export type ListenMessage = { readonly id: number; readonly processes: readonly Process[]; readonly anyPort: boolean };

/** From a host: the ports in use, declared port to the real one. */
export type ListeningAnswer = { readonly id: number; readonly ports: Readonly<Record<string, number>> };

/** One health check that a node sends again and again. */
export type Check = {
  /** Target group ARN, target id and port. */
  readonly key: string;
  readonly protocol: string;
  readonly dial: Dialled;
  /** The target's own address and port, for the Host header. */
  readonly authority: string;
  readonly path: string;
  readonly matcher: string;
  readonly intervalMs: number;
  readonly timeoutMs: number;
};

/** To a load balancer's node: the checks to send from now on. */
export type ChecksMessage = { readonly id: number; readonly checks: readonly Check[] };

/** From a node: one check's result. `reason` is AWS's for an Application Load Balancer; null: it passed. */
export type CheckedMessage = {
  readonly key: string;
  readonly reason: string | null;
  readonly description: string | null;
};

/** To a function: an event, and what its context is made from; `book` in loopback mode. */
export type InvokeMessage = {
  readonly id: number;
  readonly event: unknown;
  readonly book: AddressBook | null;
  readonly requestId: string;
  readonly functionArn: string;
  readonly timeoutMs: number;
};

/** From a function: its answer, or its error as Lambda reports it. */
export type InvokedAnswer =
  | { readonly id: number; readonly payload: unknown }
  | { readonly id: number; readonly error: { readonly errorType: string; readonly errorMessage: string } };
