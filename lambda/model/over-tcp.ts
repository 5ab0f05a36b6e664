/** Protocols of listeners and target groups that take TCP connections (the others: UDP, QUIC, GENEVE). */
export const overTcp: readonly string[] = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'TCP_UDP', 'TCP_QUIC'];
