/** What the turns are timed by. */
export interface Clock {
  /** Milliseconds. */
  now(): number;
  onNextFrame(work: () => void): void;
  /** Whether changes keep coming, so that a chart may wait for the next one. */
  isBusy(): boolean;
}

/** Lets charts draw in turn: one per frame, the one that waited longest first. */
export interface Turns {
  /** Takes part; returns how to leave. */
  join(draw: () => void): () => void;
  /** Something changed: every chart gets a turn. */
  request(): void;
}

interface Seat {
  readonly draw: () => void;
  due: boolean;
  drawnAt: number;
}

/** Milliseconds between two drawings of one chart while changes keep coming. */
const interval = 1000 / 6;

/** Makes turns. A chart draws at most six times a second while busy, and always after the last change. */
export function createTurns(clock: Clock): Turns {
  const seats = new Set<Seat>();
  let scheduled = false;

  function schedule() {
    if (scheduled || ![...seats].some(({ due }) => due)) return;
    scheduled = true;
    clock.onNextFrame(turn);
  }

  function turn() {
    scheduled = false;
    const now = clock.now();
    const rest = clock.isBusy() ? interval : 0;
    const [seat] = [...seats]
      .filter(({ due, drawnAt }) => due && now - drawnAt >= rest)
      .sort((a, b) => a.drawnAt - b.drawnAt);
    if (seat) {
      seat.due = false;
      seat.drawnAt = now;
      seat.draw();
    }
    schedule();
  }

  return {
    join(draw) {
      const seat: Seat = { draw, due: true, drawnAt: -Infinity };
      seats.add(seat);
      schedule();
      return () => seats.delete(seat);
    },
    request() {
      for (const seat of seats) seat.due = true;
      schedule();
    },
  };
}
