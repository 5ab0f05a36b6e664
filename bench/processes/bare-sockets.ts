import { connect } from 'node:net';
import type { DialRequest } from '../../lambda/probe/tcp.ts';
import { answerDials } from './answer-dials.ts';

// Node's sockets and nothing else: no deadline, no second attempt, no result. What a prober in Node can reach at most.

answerDials(async ({ requests }) => {
  const outcomes: string[] = [];
  const remaining = requests.values();
  const dialOn = async () => {
    for (const request of remaining) outcomes.push(await dial(request));
  };
  await Promise.all(Array.from({ length: 450 }, dialOn));
  return outcomes;
});

function dial({ address, port }: DialRequest): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    socket.on('error', () => resolve('refused'));
    socket.on('connect', () => {
      socket.resetAndDestroy();
      resolve('connected');
    });
  });
}
