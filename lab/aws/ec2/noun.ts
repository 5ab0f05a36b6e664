import type { World } from '../../world/world.ts';
import type { Input } from '../codecs/input.ts';
import type { TreeObject } from '../codecs/tree.ts';

/** A parameter that names items: where its values stand in the tree, and what AWS says of one that does not exist. */
export type IdParameter = {
  readonly parameter: string;
  readonly at: string;
  readonly notFound: string;
  readonly wording: (id: string) => string;
};

/** One EC2 noun and its Describe operation. Places in a tree are element names joined by dots; lists are walked through. */
export type Noun = {
  readonly operation: string;
  readonly resultSet: string;
  /** Null where the operation takes no ids. */
  readonly id: IdParameter | null;
  /** What it takes beside ids, filters and pages; `trees` looks at them. */
  readonly parameters?: readonly string[];
  /** The bounds of MaxResults, both included. */
  readonly maxResults: readonly [number, number];
  /** What AWS calls the ids where it refuses them together with MaxResults; null where it takes both. */
  readonly excludesMaxResults: string | null;
  /** Filter names to places. `tag:KEY` and `tag-key` work for every noun. Null where the operation takes no filters. */
  readonly filters: Readonly<Record<string, string>> | null;
  readonly trees: (world: World, input: Input) => readonly TreeObject[];
  /** What stands beside the result set; `next` is the token of the page after this one. */
  readonly beside?: (next: string | undefined) => TreeObject;
  /** How an item stands in the result set, where it does not stand there itself. */
  readonly wrap?: (tree: TreeObject, world: World) => TreeObject;
};
