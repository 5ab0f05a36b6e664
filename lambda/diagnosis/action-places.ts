import type { Action, Listener, Rule } from '../model/inventory.ts';

/** Where requests are decided on: a listener's default action (`rule` null), or one of its rules. */
export type ActionPlace = {
  readonly listener: Listener;
  readonly rule: Rule | null;
  readonly actions: readonly Action[];
};

/** Every place at which listeners decide on requests, each listener's rules before its default action. */
export function actionPlaces(listeners: readonly Listener[], rules: readonly Rule[]): readonly ActionPlace[] {
  return listeners.flatMap((listener) => [
    ...rules
      .filter(({ listenerArn, priority }) => listenerArn === listener.arn && priority !== 'default')
      .map((rule) => ({ listener, rule, actions: rule.actions })),
    { listener, rule: null, actions: listener.defaultActions },
  ]);
}
