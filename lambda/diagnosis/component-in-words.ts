import type { Component } from '../model/diagnosis.ts';

/** A place on the packet's way as people write it: `target subnet ACL`. */
export function componentInWords(component: Component): string {
  return component.replaceAll('-', ' ').replace(/\bacl\b/, 'ACL');
}
