/** The low byte of `instance-state-code`: EC2 API Reference, `InstanceState`. */
const STATE_CODES: Readonly<Record<string, number>> = {
  pending: 0,
  running: 16,
  'shutting-down': 32,
  terminated: 48,
  stopping: 64,
  stopped: 80,
};

/** The number that AWS gives beside an instance's state; none for a word that is no state. */
export function stateCode(state: string): number | undefined {
  return STATE_CODES[state];
}
