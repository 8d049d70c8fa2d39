/** Shares the processors between the run on screen and what goes on in the background. */
export interface Pacer {
  /**
   * Hears how far the run on screen is: the moment in milliseconds, and its step. Says whether jobs may go on until
   * it hears again, which should be within some 50 ms.
   */
  hear(moment: number, step: number): boolean;
}

/** The share of its pace that the run on screen is to lose; no more than a fifth is promised. */
const aim = 0.15;

/** The largest share of the time for which jobs go on: without pauses the pace alone would not be known. */
const most = 0.9;

/** Shortest and longest stretch of one kind in milliseconds, and the steps it should hold in between. */
const stretch = { least: 500, most: 5000, steps: 8 } as const;

/** Milliseconds after a switch that belong to neither side: a turn ends, records arrive. */
const settling = 100;

/** How much of what was measured still counts one stretch later. */
const memory = 0.7;

interface Tally {
  readonly steps: number;
  readonly time: number;
}

const nothing: Tally = { steps: 0, time: 0 };

/**
 * Lets jobs go and holds them in turns, and measures the pace of the run in both. Where it keeps the share `x` of its
 * pace beside jobs, these go for the share `aim / (1 − x)` of the time; until that is known, as if it kept nothing.
 */
export function createPacer(): Pacer {
  let isGoing = false;
  let since: number | null = null;
  let last = { moment: 0, step: 0 };
  let held = nothing;
  let going = nothing;

  function note(moment: number, step: number): void {
    const taken = { steps: step - last.step, time: moment - last.moment };
    const add = ({ steps, time }: Tally) => ({
      steps: steps + taken.steps,
      time: time + taken.time,
    });
    if (isGoing) going = add(going);
    else held = add(held);
  }

  function turn(moment: number): void {
    isGoing = !isGoing;
    since = moment;
    const faded = ({ steps, time }: Tally) => ({ steps: memory * steps, time: memory * time });
    if (isGoing) going = faded(going);
    else held = faded(held);
  }

  return {
    hear(moment, step) {
      since ??= moment;
      if (last.moment - since >= settling) note(moment, step);
      last = { moment, step };
      if (moment - since >= lengthOf(isGoing, held, going)) turn(moment);
      return isGoing;
    },
  };
}

/** The share of the time for which jobs may go on. */
function shareOf(held: Tally, going: Tally): number {
  const [alone, beside] = [paceOf(held), paceOf(going)];
  const kept = alone > 0 && beside > 0 ? Math.min(1, beside / alone) : 0;
  return Math.min(most, aim / (1 - kept));
}

/** Milliseconds of a stretch: the shorter of both kinds is just long enough to measure. */
function lengthOf(isGoing: boolean, held: Tally, going: Tally): number {
  const share = shareOf(held, going);
  const wanted = stretch.steps / paceOf(held);
  const shorter = Math.min(stretch.most, Math.max(stretch.least, wanted || 0));
  const own = isGoing ? share : 1 - share;
  return (shorter * own) / Math.min(share, 1 - share);
}

/** Steps per millisecond; 0 where nothing was measured. */
function paceOf({ steps, time }: Tally): number {
  return time > 0 ? steps / time : 0;
}
