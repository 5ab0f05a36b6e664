import type { SavedKey } from './saved-keys.ts';

/** One item of a saved answer, and where it stands, for messages: `Subnets[3]` of a file. */
export type SavedItem = { readonly raw: unknown; readonly file: string; readonly place: string };

/** A list that one `aws … describe-*` answered, as found in a file. */
export type SavedAnswer = {
  readonly key: SavedKey;
  /** The ARN or id of the one resource that the answer is about; null where it is about all. */
  readonly owner: string | null;
  readonly file: string;
  readonly items: readonly SavedItem[];
  /** Whether AWS had more to say than this file holds: it carries the token of a further page. */
  readonly more: boolean;
};
