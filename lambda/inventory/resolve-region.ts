import { CannotCheck } from './cannot-check.ts';
import { credentialsProblem } from './credentials-problem.ts';
import { knownProfiles } from './known-profiles.ts';
import { nearest } from './nearest.ts';
import { reasonOf } from './reason-of.ts';

/** What the SDK works out from options, environment and configuration files, on being asked. */
type Resolvers = { readonly region: () => Promise<string>; readonly credentials: () => Promise<unknown> };

/**
 * The region that calls go to. Throws `CannotCheck`, with the ways to mend it, where the profile is unknown, there is no
 * region, or there are no credentials. Outside of EC2 that takes one second without a region and two without credentials:
 * the SDK asks the instance metadata address last, each request bounded to a second. `AWS_EC2_METADATA_DISABLED=true` spares them.
 */
export async function resolveRegion(config: Resolvers, profile: string | undefined): Promise<string> {
  // The SDK passes over an unknown profile in silence, and would go on as the machine's own role.
  await checkProfile(profile ?? process.env['AWS_PROFILE'] ?? '');
  const region = await config.region().catch((error: unknown) => {
    throw regionProblem(error);
  });
  await config.credentials().catch((error: unknown) => {
    throw credentialsProblem(error) ?? new CannotCheck(`The AWS credentials could not be had: ${reasonOf(error)}`);
  });
  return region;
}

async function checkProfile(profile: string): Promise<void> {
  if (profile === '' || profile === 'default') return;
  const profiles = await knownProfiles(process.env);
  if (profiles.includes(profile)) return;
  const known = profiles.length === 0 ? 'there are none' : `there are ${nearest(profile, profiles).join(', ')}`;
  throw new CannotCheck(
    `There is no AWS profile "${profile}" in the AWS configuration files: ${known}. Name one with --profile or AWS_PROFILE, or make it with \`aws configure --profile ${profile}\`.`,
  );
}

function regionProblem(error: unknown): CannotCheck {
  const reason = reasonOf(error);
  const problem = /missing/i.test(reason) ? 'There is no AWS region' : `The AWS region cannot be used (${reason})`;
  return new CannotCheck(`${problem}: name one with --region or AWS_REGION, such as --region eu-west-1.`);
}
