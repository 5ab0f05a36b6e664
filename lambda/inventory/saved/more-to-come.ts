import type { JsonObject } from './json-object.ts';

/**
 * Whether an answer says that it is not whole: the token of a further page (EC2: `NextToken`; Elastic Load Balancing: `NextMarker`;
 * the AWS CLI behind `--max-items`: `NextToken`), or routes that a search left off.
 */
export function moreToCome(answer: JsonObject): boolean {
  const tokens = [answer['NextToken'], answer['NextMarker']];
  return (
    answer['AdditionalRoutesAvailable'] === true || tokens.some((token) => typeof token === 'string' && token !== '')
  );
}
