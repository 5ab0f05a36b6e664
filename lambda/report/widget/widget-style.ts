import type { Palette } from './palette.ts';

/** The style of what is not drawn. Every rule is below our own class, since the page around it is the console's. */
export function widgetStyle({ ink, line, soft, bad, unsure, good }: Palette): string {
  return `
.od { color: ${ink}; font: 14px/1.45 system-ui, sans-serif; }
.od h3 { font-size: 15px; margin: 16px 0 4px; } .od p { margin: 2px 0; overflow-wrap: anywhere; }
.od table { border-collapse: collapse; width: 100%; }
.od td, .od th { text-align: left; vertical-align: top; padding: 3px 12px 3px 0; border-bottom: 1px solid ${line};
  font-weight: 400; overflow-wrap: anywhere; }
.od tr.od-part th { padding-left: 16px; } .od td.od-state { font-weight: 600; white-space: nowrap; }
.od .od-bad { color: ${bad}; } .od .od-unsure { color: ${unsure}; } .od .od-good { color: ${good}; }
.od .od-alert { border: 2px solid ${bad}; color: ${bad}; font-weight: 600; padding: 8px 12px; margin: 0 0 8px; }
.od article { border: 1px solid ${line}; border-left-width: 6px; border-radius: 4px; padding: 4px 12px 8px; margin: 8px 0; }
.od dt { font-weight: 600; margin-top: 6px; } .od dd { margin: 0; }
.od pre { background: ${soft}; color: ${ink}; padding: 8px; margin: 4px 0; overflow-x: auto; white-space: pre; user-select: all; }
.od svg { display: block; max-width: 100%; margin: 8px 0; }
`;
}
