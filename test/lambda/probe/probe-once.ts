import { type TcpProbe, type TcpProbeOptions, tcpProber } from '../../../lambda/probe/tcp.ts';

/** Dials one endpoint and gives what was seen; `released` is told as a prober's listener is. */
export function probeOnce(
  address: string,
  port: number,
  options: TcpProbeOptions = {},
  released: (sockets: number) => void = () => {},
): Promise<TcpProbe> {
  return new Promise((resolve) => {
    const dial = tcpProber(options, { released, ended: (_, probe) => resolve(probe) });
    dial(0, { address, port });
  });
}
