/**
 * Whether this share of the ports that connections come from (0 to 1) is too small to tell: less than one connection in
 * a hundred. An entry that denies so few is meant for something else, a port of a service that is closed on purpose (AWS
 * Config, *nacl-no-unrestricted-ssh-rdp*: https://docs.aws.amazon.com/config/latest/developerguide/nacl-no-unrestricted-ssh-rdp.html).
 */
export function isNarrow(share: number): boolean {
  return share < 1 / 100;
}
