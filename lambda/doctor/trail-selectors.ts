import type { AdvancedFieldSelector, GetEventSelectorsResponse } from '@aws-sdk/client-cloudtrail';
import type { TrailSelector } from './trail.ts';

const SOURCES = ['ec2', 'elasticloadbalancing'] as const;

/**
 * What a trail's selectors, basic or advanced, say of management events. Fields:
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
 */
export function trailSelectors({
  EventSelectors = [],
  AdvancedEventSelectors = [],
}: GetEventSelectorsResponse): readonly TrailSelector[] {
  const basic = EventSelectors.map(
    ({ IncludeManagementEvents = true, ReadWriteType = 'All', ExcludeManagementEventSources = [] }) => ({
      management: IncludeManagementEvents,
      writes: ReadWriteType !== 'ReadOnly',
      sources: SOURCES.filter((source) => !ExcludeManagementEventSources.includes(`${source}.amazonaws.com`)),
    }),
  );
  const advanced = AdvancedEventSelectors.map(({ FieldSelectors = [] }) => ({
    management: admits(FieldSelectors, 'eventCategory', 'Management'),
    writes: admits(FieldSelectors, 'readOnly', 'false'),
    sources: SOURCES.filter((source) => admits(FieldSelectors, 'eventSource', `${source}.amazonaws.com`)),
  }));
  return [...basic, ...advanced];
}

/** A field that no selector speaks of may hold anything; several that do must all admit the value. */
function admits(selectors: readonly AdvancedFieldSelector[], field: string, value: string): boolean {
  return selectors
    .filter(({ Field }) => Field === field)
    .every(({ Equals, NotEquals, StartsWith, NotStartsWith, EndsWith, NotEndsWith }) => {
      const wanted = [
        [Equals, (text: string) => value === text],
        [StartsWith, (text: string) => value.startsWith(text)],
        [EndsWith, (text: string) => value.endsWith(text)],
      ] as const;
      const unwanted = [
        [NotEquals, (text: string) => value === text],
        [NotStartsWith, (text: string) => value.startsWith(text)],
        [NotEndsWith, (text: string) => value.endsWith(text)],
      ] as const;
      const isWanted = wanted.every(([texts = [], fits]) => texts.length === 0 || texts.some(fits));
      return isWanted && unwanted.every(([texts = [], fits]) => !texts.some(fits));
    });
}
