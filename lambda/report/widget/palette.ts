/** The colours of a theme, each readable on the console's own background. */
export type Palette = {
  readonly ink: string;
  readonly line: string;
  readonly soft: string;
  readonly bad: string;
  readonly unsure: string;
  readonly good: string;
};

/** The theme of the console, as `widgetContext.theme` names it. */
export type Theme = 'light' | 'dark';

/** The colours by theme: those of the HTML report. */
export const palettes: Readonly<Record<Theme, Palette>> = {
  light: {
    ...{ ink: '#1b1f24', line: '#d5dae0', soft: '#f4f6f8' },
    ...{ bad: '#b3261e', unsure: '#8a5a00', good: '#1b6e3a' },
  },
  dark: {
    ...{ ink: '#e4e7eb', line: '#4a525c', soft: '#1e2328' },
    ...{ bad: '#ff8a80', unsure: '#ffc857', good: '#7ddc9a' },
  },
};
