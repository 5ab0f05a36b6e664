import type { Deployed } from '../lambda/doctor/deployed.ts';
import type { Report } from '../lambda/model/report.ts';
import { announceDeployed } from './announce-deployed.ts';
import { whileShowing } from './while-showing.ts';

/** Whose credentials ask, and for which load balancers; none: all that the deployment watches. */
type Question = {
  readonly names: readonly string[];
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
};

/** Has the deployed monitor check, and says on standard error who does. Throws `CannotCheck` where no report comes of it. */
export async function checkInVpc(deployed: Deployed, question: Question): Promise<Report> {
  announceDeployed(deployed);
  const { askMonitor } = await import('../lambda/doctor/ask-monitor.ts');
  return whileShowing('the monitor checks', () => askMonitor(deployed, question));
}
