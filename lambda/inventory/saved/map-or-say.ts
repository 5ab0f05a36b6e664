import { CannotCheck } from '../cannot-check.ts';

/**
 * What a mapping gives. The mappings expect what the SDK has checked; here a text may stand where a list should, and then
 * they fail as any code would: that too becomes a `CannotCheck`. `where` names the item: `"a.json": Subnets[3]`.
 */
export function mapOrSay<Result>(where: string, map: () => Result): Result {
  try {
    return map();
  } catch (error) {
    if (error instanceof TypeError) throw new CannotCheck(`${where} is not as AWS answers it: ${error.message}.`);
    if (error instanceof Error && error.name === 'MalformedAnswer')
      throw new CannotCheck(`${where}: ${error.message}.`);
    throw error;
  }
}
