import type { AttributeValue } from './item.ts';

/** What is compared: an attribute of the row, or a value given with the request. */
export type Operand =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'value'; readonly value: AttributeValue };

/** The comparators of DynamoDB. */
export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** A condition on one row, as parsed. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly inner: Condition }
  | { readonly kind: 'attribute_exists' | 'attribute_not_exists'; readonly name: string }
  | { readonly kind: 'begins_with'; readonly text: Operand; readonly prefix: Operand }
  | { readonly kind: 'between'; readonly value: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'compare'; readonly comparator: Comparator; readonly left: Operand; readonly right: Operand };
