import { callsOfCheck } from './sections/calls-of-check.ts';
import { costOfMonth } from './sections/cost-of-month.ts';
import { diagnosisOfFleet } from './sections/diagnosis-of-fleet.ts';
import { loadOfFunctions } from './sections/load-of-functions.ts';
import { probeRate } from './sections/probe-rate.ts';
import { silentMinority } from './sections/silent-minority.ts';

// Ratios of medians, each of things measured side by side in this run. Nothing timed is asserted.
for (const section of [probeRate, silentMinority, diagnosisOfFleet, callsOfCheck, loadOfFunctions, costOfMonth]) {
  for (const text of await section()) process.stdout.write(`${text}\n`);
}
