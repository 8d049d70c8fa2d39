import type { EventMark } from '../events';

/** An event on the axis of steps; its label takes the room from `from` to `to`, in CSS pixels. */
export interface EventLabel extends EventMark {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** Whether there is room for the label; else `from` and `to` are `at`. */
  readonly isShown: boolean;
  /** Whether the label stands before its line, because the end of the axis is near. */
  readonly isBefore: boolean;
}

const gap = 4;

/** Places the labels of events beside their lines and leaves out those that would overlap. */
export function labelEvents(
  events: readonly EventMark[],
  x: (step: number) => number,
  right: number,
): readonly EventLabel[] {
  let free = -Infinity;
  return events.map((event) => {
    const at = x(event.step);
    const width = textWidth(event.label);
    const isBefore = at + gap + width > right;
    const from = isBefore ? at - gap - width : at + gap;
    const to = from + width;
    const isShown = from >= Math.max(0, free);
    if (isShown) free = Math.max(at, to) + 2 * gap;
    return { ...event, at, isBefore, isShown, from: isShown ? from : at, to: isShown ? to : at };
  });
}

/** About how wide a text is at the size of ticks: CJK characters are twice as wide as others. */
export function textWidth(label: string): number {
  return [...label].reduce((sum, character) => sum + (character >= '\u2e80' ? 11 : 5.8), 0);
}
