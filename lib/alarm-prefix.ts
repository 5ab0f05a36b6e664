/**
 * What the names of alarms begin with that the monitor makes and takes away itself. No load balancer's and
 * no watch's name holds an underscore, so no alarm of the stack (`DEPLOYMENT/LOAD-BALANCER/STATE`) begins so.
 */
export function alarmPrefix(deployment: string): string {
  return `${deployment}/_kept/`;
}
