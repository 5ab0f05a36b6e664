import { expect, it } from 'vitest';
import { readTrigger } from '../../../lambda/triggers/read-trigger.ts';
import { type EventPattern, watchedEvents } from '../../../lambda/watched-events.ts';
import { type Sample, sample, sampleNames } from './sample.ts';

/** These the rules do not let through, each for a reason. */
const NOT_WATCHED = [
  ...['scheduled-rule', 'scheduler', 'call-revoke-ingress-denied', 'call-describe-rules'],
  ...['codedeploy-deployment-start', 'pipeline-started', 'ecs-deployment-in-progress', 'ecs-deployment-rollback'],
  ...['ecs-desired-count-updated', 'ecs-tasks-stopped', 'ecs-task-start-impaired'],
  ...['ecs-task-placement-failure', 'ecs-task-configuration-failure'],
];

it.each(Object.entries(watchedEvents))('%s: the pattern fits in a rule, and a sample passes it', (_, pattern) => {
  const { source, detailType, detail } = pattern;
  expect(JSON.stringify({ source, 'detail-type': detailType, detail }).length).toBeLessThanOrEqual(2048);
  const passing = sampleNames.map(sample).filter((event) => passes(pattern, event));
  expect(passing).not.toHaveLength(0);
  const kinds = passing.map((event) => event['detail-type']);
  expect(detailType.filter((type) => !kinds.includes(type))).toEqual([]);
});

const NAMED = Object.values(watchedEvents).flatMap((pattern) =>
  namesIn(pattern).map((eventName): [string, EventPattern] => [eventName, pattern]),
);

it.each(NAMED)('%s has a sample that its rule lets through', (eventName, pattern) => {
  const samples = sampleNames.map(sample).filter(({ detail }) => detail['eventName'] === eventName);
  expect(samples.filter((event) => passes(pattern, event))).not.toHaveLength(0);
});

it.each(sampleNames)('%s passes one rule, or none where it is of no use', (name) => {
  const rules = Object.values(watchedEvents).filter((pattern) => passes(pattern, sample(name)));
  expect(rules).toHaveLength(NOT_WATCHED.includes(name) ? 0 : 1);
});

it('reads every event that its rules let through', () => {
  const nowhere = { accountId: null, region: null };
  const kinds = sampleNames
    .filter((name) => !NOT_WATCHED.includes(name))
    .map((name) => readTrigger(sample(name), nowhere).kind);
  expect([...new Set(kinds)].toSorted()).toEqual(['change', 'deploy']);
});

it('names each call once, and only of the service that it is of', () => {
  const names = Object.values(watchedEvents).flatMap(namesIn);
  expect(names).toHaveLength(new Set(names).size);
});

/** The actions or calls that a pattern names; none where all of its kind pass. */
function namesIn({ detail }: EventPattern): readonly string[] {
  const names = detail?.['eventName'] ?? [];
  return Array.isArray(names) ? names : [];
}

/** What of EventBridge's matching our patterns use: lists of values, nested fields, `exists: false`. */
function passes({ source, detailType, detail = {} }: EventPattern, event: Sample): boolean {
  return source.includes(event.source) && detailType.includes(event['detail-type']) && matches(detail, event.detail);
}

function matches(pattern: object, value: unknown): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    const found: unknown = Reflect.get(Object(value), field);
    if (!Array.isArray(wanted)) return matches(wanted, found);
    return wanted.some((one) => (typeof one === 'object' ? found === undefined : one === found));
  });
}
