import { describe, expect, it } from 'vitest';
import { publishChanges } from '../../../lambda/publish/publish-changes.ts';
import { smallEndpoint } from '../../lab/aws/small-endpoint.ts';
import { smallWorld } from '../../lab/aws/small-world.ts';
import { toldChanges } from '../report/notification/told-changes.ts';
import { healthy, twoFaults } from '../report/told.ts';

const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:findings';
const told = toldChanges(twoFaults());

describe('changes', () => {
  it('go to the bus and to the topic', async () => {
    const { events, sns, received } = await smallEndpoint();
    const published = await publishChanges(told, 'check-1', { events, sns, eventBus: 'default', topic: TOPIC });
    expect(published).toEqual({ lost: false, errors: [] });
    const event = received.find(({ kind }) => kind === 'event');
    expect(event).toMatchObject({
      bus: 'default',
      source: 'origin-doctor',
      detailType: 'Origin Diagnosis Changed',
      time: told.report.checkedAt,
      resources: told.report.loadBalancers.map(({ arn }) => arn),
      detail: { schemaVersion: 1, truncated: false, changes: [{ kind: 'began' }, { kind: 'began' }] },
    });
    const message = received.find(({ kind }) => kind === 'notification');
    expect(message).toMatchObject({ topicArn: TOPIC, subject: expect.stringContaining('shop-web: ') });
  });

  it.each([
    ['none, nothing is sent', toldChanges(healthy()), { eventBus: 'default', topic: TOPIC }, 0],
    ['no bus is wanted', told, { eventBus: null, topic: TOPIC }, 1],
    ['no topic is wanted', told, { eventBus: 'default', topic: null }, 1],
  ])('%s', async (_, changes, wanted, sent) => {
    const { events, sns, received } = await smallEndpoint();
    expect(await publishChanges(changes, 'c', { events, sns, ...wanted })).toEqual({ lost: false, errors: [] });
    expect(received).toHaveLength(sent);
  });
});

describe('a channel that fails', () => {
  it.each([
    ['events:PutEvents', 'notification', false, 'event to bus default failed: AccessDeniedException: '],
    ['sns:Publish', 'event', true, `message to topic ${TOPIC} failed: AuthorizationErrorException: `],
  ])('by %s does not hold up the other', async (forbidden, kind, lost, error) => {
    const { events, sns, received } = await smallEndpoint({ world: () => smallWorld({ forbidden: [forbidden] }) });
    const published = await publishChanges(told, 'c', { events, sns, eventBus: 'default', topic: TOPIC });
    expect(published).toEqual({ lost, errors: [expect.stringContaining(error)] });
    expect(received.map((one) => one.kind)).toEqual([kind]);
  });

  it('with an entry that is refused in a call that is not', async () => {
    const { sns } = await smallEndpoint();
    const send = async () => ({
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: 'ThrottlingException', ErrorMessage: 'later' }],
    });
    const channels = { events: { send } as never, sns, eventBus: 'default', topic: null };
    expect(await publishChanges(told, 'c', channels)).toEqual({
      lost: true,
      errors: ['event to bus default failed: Error: the entry was refused: ThrottlingException: later'],
    });
  });
});
