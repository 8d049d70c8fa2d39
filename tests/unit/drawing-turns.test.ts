import { describe, expect, it } from 'vitest';
import { shallow } from 'zustand/shallow';
import { experimentOf } from '../../src/experiment/legality';
import { createHistory } from '../../src/history/history';
import { emptyRecord, recordShape } from '../../src/history/record';
import { app } from '../../src/state/store/app';
import { createDrawingTurns } from '../../src/ui/charts/source/drawingTurns';
import { runSource, weightsSource } from '../../src/ui/charts/source/source';
import { measuredRun, recordingOf } from '../support/runs';

describe('turns', () => {
  /** DrawingTurns on a clock of 60 frames a second that a test lets run. */
  function onTestClock() {
    const clock = { time: 0, busy: false, work: [] as (() => void)[] };
    const turns = createDrawingTurns({
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
    for (const name of ['a', 'b', 'c']) turns.join(() => drawn.push(name), name === 'c');
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
    const seats = ['a', 'b', 'c', 'd', 'e'].map((name) => {
      const draw = () => {
        drawn.push(name);
        clock.time += 3;
      };
      return turns.join(draw, name === 'd');
    });
    frame();
    expect(drawn).toEqual(['d', 'a', 'b']);
    frame();
    expect(drawn).toEqual(['d', 'a', 'b', 'c', 'e']);
    for (const seat of seats) seat.request();
    frame();
    expect(drawn.at(5)).toBe('d');
  });

  it('are only of those who asked', () => {
    const { turns, frame } = onTestClock();
    const drawn: string[] = [];
    turns.join(() => drawn.push('norms'));
    const predictions = turns.join(() => drawn.push('predictions'));
    frame();
    drawn.length = 0;
    predictions.request();
    frame();
    expect(drawn).toEqual(['predictions']);
  });

  it('draw at most six times a second while busy, and once more after the last change', () => {
    const { clock, turns, frame } = onTestClock();
    let count = 0;
    const seat = turns.join(() => count++);
    clock.busy = true;
    for (let index = 0; index < 60; index++) {
      seat.request();
      frame();
    }
    expect(count).toBeGreaterThanOrEqual(5);
    expect(count).toBeLessThanOrEqual(6);
    clock.busy = false;
    seat.request();
    const before = count;
    frame();
    frame();
    expect(count).toBe(before + 1);
  });

  it('end when a chart leaves', () => {
    const { turns, frame } = onTestClock();
    let count = 0;
    turns.join(() => count++).leave();
    frame();
    expect(count).toBe(0);
  });
});

it('what the weights tell changes only what is drawn of them', () => {
  const { experiment } = experimentOf({ depth: 3 });
  const history = createHistory(recordShape(3));
  history.append(emptyRecord(history.shape));
  const run = measuredRun(recordingOf(experiment, history));
  const before = { ...app.getState(), run };
  const answer = { step: 0, layer: null, found: null };
  const after = { ...before, run: { ...run, inspection: answer, answered: 9 } };
  expect(shallow(runSource(before), runSource(after))).toBe(true);
  expect(shallow(weightsSource(before), weightsSource(after))).toBe(false);
  const grown = { ...before, run: measuredRun(recordingOf(experiment, history, { revision: 2 })) };
  expect(shallow(runSource(before), runSource(grown))).toBe(false);
});
