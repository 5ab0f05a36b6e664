import * as z from 'zod';

/** What the dashboard asks for. */
export type WidgetEvent = {
  /** Whether it wants to know what the widget does, and nothing else. */
  readonly describe: boolean;
  /** Names or ARNs; null or empty: all. */
  readonly loadBalancers: readonly string[] | null;
  readonly theme: 'light' | 'dark';
  readonly widthPx: number;
};

/** A widget as wide as half a dashboard. */
const USUAL_PX = 588;

const CONTEXT = z.object({
  // A theme or width that we do not know is no reason to show nothing.
  theme: z.enum(['light', 'dark']).default('light').catch('light'),
  width: z.number().positive().default(USUAL_PX).catch(USUAL_PX),
});

const EVENT = z.object({
  describe: z.boolean().default(false),
  loadBalancers: z.array(z.string().min(1)).nullable().default(null),
  widgetContext: CONTEXT.default({ theme: 'light', width: USUAL_PX }),
});

/**
 * Reads what CloudWatch sends for a custom widget
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/add_custom_widget_dashboard_about.html): the widget's own
 * parameters beside `widgetContext`. Throws an error that names the field, and what is wrong with it.
 */
export function widgetEvent(event: unknown): WidgetEvent {
  const result = EVENT.safeParse(event);
  if (!result.success) {
    const issues = result.error.issues.map(({ path, message }) => `${path.join('.') || 'event'}: ${message}`);
    throw new Error(`the widget's parameters cannot be read: ${issues.join('; ')}`);
  }
  const { describe, loadBalancers, widgetContext } = result.data;
  return { describe, loadBalancers, theme: widgetContext.theme, widthPx: widgetContext.width };
}
