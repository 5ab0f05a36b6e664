/** Whether a text is a port or a range of ports, as in `443` and `8000-8999`. */
export function isPortRange(text: string): boolean {
  const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  return first !== '' && Number(first) >= 1 && Number(first) <= Number(last) && Number(last) <= 65_535;
}
