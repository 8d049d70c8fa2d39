/** What the turns are timed by. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  onNextFrame(work: () => void): void;
  /** Whether changes keep coming, so that a chart may wait for the next one. */
  isBusy(): boolean;
}

/**
 * Lets charts draw in turn: one per frame while changes keep coming, the one that waited longest first; else as many as
 * fit into a frame, those that are looked at first first.
 */
export interface DrawingTurns {
  /** Takes part, with a first turn to come. `draw` has drawn when it returns; `isFirst` is looked at first after a change. */
  join(draw: () => void, isFirst?: boolean): Seat;
}

/** The place of a chart among those that draw in turn. */
export interface Seat {
  /** Asks for a turn, because what the chart shows has changed. */
  request(): void;
  leave(): void;
}

interface Waiting {
  readonly draw: () => void;
  readonly isFirst: boolean;
  due: boolean;
  drawnAt: number;
}

/** Milliseconds between two drawings of one chart while changes keep coming. */
const interval = 1000 / 6;

/** Milliseconds of a frame after which no other chart is drawn in it. */
const share = 8;

/** Makes turns. A chart draws at most six times a second while busy, and always after the last change. */
export function createDrawingTurns(clock: Clock): DrawingTurns {
  const seats = new Set<Waiting>();
  let scheduled = false;

  function schedule() {
    if (scheduled || ![...seats].some(({ due }) => due)) return;
    scheduled = true;
    clock.onNextFrame(turn);
  }

  function nextSeat(isBusy: boolean): Waiting | undefined {
    const now = clock.now();
    const due = [...seats].filter(
      ({ due: isDue, drawnAt }) => isDue && (!isBusy || now - drawnAt >= interval),
    );
    const rank = ({ isFirst }: Waiting) => Number(!isBusy && isFirst);
    return due.sort((a, b) => rank(b) - rank(a) || a.drawnAt - b.drawnAt)[0];
  }

  function turn() {
    scheduled = false;
    const isBusy = clock.isBusy();
    const began = clock.now();
    do {
      const seat = nextSeat(isBusy);
      if (!seat) break;
      seat.due = false;
      seat.drawnAt = clock.now();
      seat.draw();
    } while (!isBusy && clock.now() - began < share);
    schedule();
  }

  return {
    join(draw, isFirst = false) {
      const seat: Waiting = { draw, isFirst, due: true, drawnAt: -Infinity };
      seats.add(seat);
      schedule();
      return {
        request() {
          seat.due = true;
          schedule();
        },
        leave: () => seats.delete(seat),
      };
    },
  };
}
