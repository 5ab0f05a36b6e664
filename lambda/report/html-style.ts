/** The style of the HTML report: readable on a telephone at night as on paper. System fonts only. */
export const htmlStyle = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #d5dae0; --soft: #f4f6f8;
  --bad: #b3261e; --unsure: #8a5a00; --good: #1b6e3a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e4e7eb; --paper: #14171a; --line: #363c43; --soft: #1e2328;
  --bad: #ff8a80; --unsure: #ffc857; --good: #7ddc9a; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 56rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
header { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; }
h1 { font-size: 1.4rem; margin: 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; } h3 { font-size: 1rem; margin: 0; }
p { margin: .25rem 0; overflow-wrap: anywhere; }
.verdict { font-size: 1.25rem; font-weight: 600; }
.bad { color: var(--bad); } .unsure { color: var(--unsure); } .good { color: var(--good); }
section > * { color: var(--ink); } section.bad > h2 { color: var(--bad); } section.unsure > h2 { color: var(--unsure); }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
td, th { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tr.part th { font-weight: 400; padding-left: 1rem; } td:first-child { font-weight: 600; white-space: nowrap; }
article { border: 1px solid var(--line); border-radius: 6px; padding: 1rem; margin: 0 0 1rem; }
.tag { font-weight: 400; border: 1px solid var(--line); border-radius: 1em; padding: 0 .6em; }
dl { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .5rem 1rem; margin: .75rem 0 0; }
dt { font-weight: 600; } dd { margin: 0; min-width: 0; }
@media (max-width: 36rem) { dl { grid-template-columns: minmax(0, 1fr); } }
.point { padding-left: 1rem; } .basis, footer { opacity: .8; }
pre { background: var(--soft); padding: .75rem; overflow-x: auto; border-radius: 4px; margin: .5rem 0; }
code { font: .9em ui-monospace, monospace; }
`;
