import { expect, it } from 'vitest';
import { app } from '../../src/state/app';
import { installPageInterface } from '../../src/state/pageInterface';

it.each([-1, 1.5, Number.NaN, Infinity, 2 ** 53, '3', null])(
  'run(%s) is refused',
  async (steps) => {
    installPageInterface();
    const { run } = app.getState();
    await expect(chainReaction.run(steps as number)).rejects.toThrow(RangeError);
    expect(app.getState().run).toBe(run);
  },
);
