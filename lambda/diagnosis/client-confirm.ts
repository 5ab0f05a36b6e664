/** How it is confirmed that clients get in again. */
export const CLIENT_CONFIRM =
  'Check again: the finding is gone. Then connect from where a client is, by the name of the load balancer.';
