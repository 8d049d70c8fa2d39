import { describe, expect, it } from 'vitest';
import { createTurns } from '../../src/ui/charts/turns';

describe('turns', () => {
  /** Turns on a clock of 60 frames a second that a test lets run. */
  function onTestClock() {
    const clock = { time: 0, busy: false, work: [] as (() => void)[] };
    const turns = createTurns({
      now: () => clock.time,
      onNextFrame: (work) => clock.work.push(work),
      isBusy: () => clock.busy,
    });
    const frame = () => {
      clock.time += 1000 / 60;
      for (const work of clock.work.splice(0)) work();
    };
    return { clock, turns, frame };
  }

  it('let one chart draw per frame while busy, and all of them after one change', () => {
    const { clock, turns, frame } = onTestClock();
    clock.busy = true;
    const drawn: string[] = [];
    for (const name of ['a', 'b', 'c'])
      turns.join(() => drawn.push(name), { isFirst: name === 'c' });
    frame();
    expect(drawn).toEqual(['a']);
    frame();
    frame();
    expect(drawn).toEqual(['a', 'b', 'c']);
    frame();
    expect(drawn).toHaveLength(3);
  });

  it('fill a frame when nothing trains, what is looked at first before the rest', () => {
    const { clock, turns, frame } = onTestClock();
    const drawn: string[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const draw = () => {
        drawn.push(name);
        clock.time += 3;
      };
      turns.join(draw, { isFirst: name === 'd' });
    }
    frame();
    expect(drawn).toEqual(['d', 'a', 'b']);
    frame();
    expect(drawn).toEqual(['d', 'a', 'b', 'c', 'e']);
    turns.request();
    frame();
    expect(drawn.at(5)).toBe('d');
  });

  it('are only of those who show what the weights tell where nothing else has changed', () => {
    const { turns, frame } = onTestClock();
    const drawn: string[] = [];
    turns.join(() => drawn.push('norms'));
    turns.join(() => drawn.push('predictions'), { showsWeights: true });
    frame();
    drawn.length = 0;
    turns.request({ isOfWeights: true });
    frame();
    expect(drawn).toEqual(['predictions']);
    turns.request();
    turns.request({ isOfWeights: true });
    frame();
    expect(drawn).toEqual(['predictions', 'norms', 'predictions']);
  });

  it('draw at most six times a second while busy, and once more after the last change', () => {
    const { clock, turns, frame } = onTestClock();
    let count = 0;
    turns.join(() => count++);
    clock.busy = true;
    for (let index = 0; index < 60; index++) {
      turns.request();
      frame();
    }
    expect(count).toBeGreaterThanOrEqual(5);
    expect(count).toBeLessThanOrEqual(6);
    clock.busy = false;
    turns.request();
    const before = count;
    frame();
    frame();
    expect(count).toBe(before + 1);
  });

  it('end when a chart leaves', () => {
    const { turns, frame } = onTestClock();
    let count = 0;
    const leave = turns.join(() => count++);
    leave();
    frame();
    expect(count).toBe(0);
  });
});
