/** An ISO 8601 moment as `2026-03-01 02:14:09 UTC`: the same on every machine. Anything else is given back as it is. */
export function moment(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
