import { wrongProperty } from './wrong-property.ts';

/** https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html, `SecurityGroupIds`. */
const MOST = 5;

/** Throws where there are more groups than a function can wear; `property` is where they stand. */
export function checkWorn(property: string, securityGroups: readonly string[]): void {
  if (new Set(securityGroups).size <= MOST) return;
  const allowed = `at most ${MOST}, since a Lambda function can wear no more; with identity 'own' probers wear a group of ours`;
  throw wrongProperty(property, securityGroups, allowed);
}
