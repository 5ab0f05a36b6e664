import { probeAll } from '../../lambda/probe/probe-all.ts';
import { answerDials } from './answer-dials.ts';

// The prober as it is deployed, with the leave to dial loopback that it has not there: the handler would refuse it.

answerDials(async ({ requests, dwellMs }) => {
  const probed = await probeAll(requests, { dwellMs, maxSockets: 900 });
  return probed.map(({ probe }) => probe.outcome);
});
