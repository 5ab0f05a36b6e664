import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

/** A resource of a template, as far as tests look into it. */
export type Resource = {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
};

/** What a stack becomes: its template, and its resources by type. */
export type Synthesised = {
  readonly template: Template;
  readonly resources: Readonly<Record<string, Resource>>;
  readonly all: (type: string) => readonly Resource[];
};

/** Synthesises a stack. */
export function templateOf(stack: Stack): Synthesised {
  const template = Template.fromStack(stack);
  const { Resources: resources } = template.toJSON() as { Resources: Readonly<Record<string, Resource>> };
  return { template, resources, all: (type) => Object.values(resources).filter((one) => one.Type === type) };
}
