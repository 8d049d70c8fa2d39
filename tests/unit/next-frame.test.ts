import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onNextFrame } from '../../src/base/nextFrame';

describe('work for the next frame', () => {
  let frames = new Map<number, () => void>();

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    frames = new Map();
    vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
      frames.set(frames.size + 1, draw);
      return frames.size;
    });
    vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('runs once, with the frame, where frames come', () => {
    const work = vi.fn();
    onNextFrame(work);
    for (const draw of [...frames.values()]) draw();
    vi.advanceTimersByTime(1000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('runs once, without a frame, where the browser draws none', () => {
    const work = vi.fn();
    onNextFrame(work);
    vi.advanceTimersByTime(50);
    expect(work).toHaveBeenCalledTimes(1);
    expect(frames.size).toBe(0);
  });
});
