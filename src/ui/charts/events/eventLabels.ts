import { textWidth } from '../axes/tickText';
import type { EventMark } from './events';

/** The numbers of neighboring events as one label on an axis of steps. */
export interface EventLabel {
  /** `3`, or `3–5` where their numbers would overlap. */
  readonly text: string;
  /** Its middle, and the room that it takes, in CSS pixels. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const gap = 4;

/** Numbers events at their lines, inside the axis up to `right`; none is lost, for what would overlap is joined. */
export function labelEvents(
  events: readonly EventMark[],
  x: (step: number) => number,
  right: number,
): readonly EventLabel[] {
  const label = (group: readonly EventMark[]) => labelOf(group, x, right);
  const groups: (readonly EventMark[])[] = [];
  for (const event of events) {
    let group: readonly EventMark[] = [event];
    for (let before = groups.at(-1); before; before = groups.at(-1)) {
      if (label(group).from >= label(before).to + gap) break;
      groups.pop();
      group = [...before, ...group];
    }
    groups.push(group);
  }
  return groups.map(label);
}

function labelOf(
  group: readonly EventMark[],
  x: (step: number) => number,
  right: number,
): EventLabel {
  const [first, last] = [group[0], group.at(-1)];
  const text = first === last ? `${first?.number}` : `${first?.number}–${last?.number}`;
  const half = textWidth(text) / 2;
  const middle = (x(first?.step ?? 0) + x(last?.step ?? 0)) / 2;
  const at = Math.min(middle, right - half);
  return { text, at, from: at - half, to: at + half };
}
