import { describe, expect, it } from 'vitest';
import { randomStream } from '../../src/base/random';
import { createPacer } from '../../src/study/pacer';

/** A run of a pace, in steps per second, beside jobs that leave it the share `kept` of it. */
interface Machine {
  readonly pace: number;
  readonly kept: number;
  /** How much the pace varies from look to look, as a share. */
  readonly noise?: number;
  /** Milliseconds that a job goes on after it is held. */
  readonly lag?: number;
}

/** Lets a pacer drive a simulated machine: the share of its pace that the run loses, and how long jobs went on. */
function simulate({ pace, kept, noise = 0, lag = 8 }: Machine, seconds = 60) {
  const pacer = createPacer();
  const report = 33;
  const random = randomStream(7, 'pace');
  let [done, said, working, goes, wentAt] = [0, 0, 0, false, -Infinity];
  for (let moment = 0; moment < 1000 * seconds; moment++) {
    const isSlowed = goes || moment - wentAt < lag;
    if (isSlowed) working += 1;
    const varied = 1 + noise * (2 * random.uniform() - 1);
    done += (varied * pace * (isSlowed ? kept : 1)) / 1000;
    if (moment % report === 0) said = Math.floor(done);
    if (moment % 50 === 0) {
      const before = goes;
      goes = pacer.hear(moment, said);
      if (before && !goes) wentAt = moment;
    }
  }
  return { lost: 1 - done / (pace * seconds), share: working / (1000 * seconds) };
}

describe('the pacer', () => {
  const paces = [4000, 300, 30, 3];
  const shares = [0, 0.2, 0.5, 0.7, 0.9, 1];

  it('leaves the run on screen four fifths of its pace, whatever the machine', () => {
    for (const pace of paces) {
      for (const kept of shares) {
        const { lost } = simulate({ pace, kept, noise: 0.5 });
        expect(lost, `${pace} steps a second, ${kept} beside jobs`).toBeLessThan(0.2);
      }
    }
  });

  it('lets jobs go on for as long as that allows', () => {
    for (const pace of paces.slice(0, 3)) {
      for (const kept of shares) {
        const { share } = simulate({ pace, kept, noise: 0.2 });
        const wanted = Math.min(0.9, 0.15 / (1 - kept));
        expect(share, `${pace} steps a second, ${kept} beside jobs`).toBeGreaterThan(0.75 * wanted);
      }
    }
  });

  it('begins with a pause, and as if jobs took everything', () => {
    const pacer = createPacer();
    expect(pacer.hear(0, 0)).toBe(false);
    expect(simulate({ pace: 300, kept: 0.9 }, 4).share).toBeLessThan(0.3);
  });

  it('holds jobs that end late', () => {
    const { lost } = simulate({ pace: 30, kept: 0.3, lag: 60 });
    expect(lost).toBeLessThan(0.2);
  });
});
