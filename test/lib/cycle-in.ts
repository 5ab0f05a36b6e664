import type { Resource } from './template-of.ts';

/**
 * Logical ids on a way from a resource back to itself, through everything that CloudFormation waits for (`Ref`,
 * `Fn::GetAtt`, `Fn::Sub`, `DependsOn`); null where there is none. Synthesis does not notice one, CloudFormation does.
 */
export function cycleIn(resources: Readonly<Record<string, Resource>>): readonly string[] | null {
  const needs = new Map(
    Object.entries(resources).map(([id, one]) => [id, neededBy(one).filter((other) => other in resources)]),
  );
  const cleared = new Set<string>();
  const search = (id: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(id)) return [...way.slice(way.indexOf(id)), id];
    if (cleared.has(id)) return null;
    for (const next of needs.get(id) ?? []) {
      const cycle = search(next, [...way, id]);
      if (cycle !== null) return cycle;
    }
    cleared.add(id);
    return null;
  };
  for (const id of needs.keys()) {
    const cycle = search(id, []);
    if (cycle !== null) return cycle;
  }
  return null;
}

function neededBy({ Properties, DependsOn }: Resource): readonly string[] {
  const text = JSON.stringify(Properties ?? {});
  const named = text.matchAll(/"Ref":"([^"]+)"|"Fn::GetAtt":\["([^"]+)"|"Fn::GetAtt":"([^".]+)/g);
  const inText = text.matchAll(/\$\{([A-Za-z0-9]+)(?:\.[^}]*)?\}/g);
  return [
    ...[...named].map(([, reference, attribute, dotted]) => reference ?? attribute ?? dotted ?? ''),
    ...[...inText].map(([, id]) => id ?? ''),
    ...[DependsOn ?? []].flat(),
  ];
}
