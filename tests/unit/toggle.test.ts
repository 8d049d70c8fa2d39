import { describe, expect, it } from 'vitest';
import { experimentOf } from '../../src/experiment/legality';
import { decodeLink } from '../../src/experiment/link';
import { defaultExperiment } from '../../src/experiment/schema';
import { appearanceOf } from '../../src/state/store/appearance';
import { followLink, preferences } from '../../src/state/store/preferences';

const words = [
  ...['on', 'true', '1', 'yes', 'ON', 'True', 'yEs'].map((word) => [word, true] as const),
  ...['off', 'false', '0', 'no', 'OFF', 'False', 'nO'].map((word) => [word, false] as const),
];

describe.each(words)('%s in a link', (word, isOn) => {
  it('sets a switch, whatever its default', () => {
    for (const key of ['clipByGlobalNorm', 'standardizeInputs'] as const) {
      const { experiment, problems } = decodeLink(`v=1&seed=1&${key}=${word}`);
      expect(experiment).toEqual({ ...defaultExperiment, [key]: isOn });
      expect(problems).toEqual([]);
    }
  });

  it('sets how the page looks', () => {
    const { appearance, problems } = appearanceOf({ embed: word, projector: word });
    expect(appearance.isEmbedded).toBe(isOn);
    expect(problems).toEqual([]);
    preferences.setState({ isProjected: !isOn });
    followLink({ projector: word });
    expect(preferences.getState().isProjected).toBe(isOn);
  });
});

it.each([...words, [true, true], [false, false], [1, true], [0, false]] as const)(
  'a script may set %s',
  (value, isOn) => {
    const { experiment, refusals } = experimentOf({ clipByGlobalNorm: value });
    expect(experiment.clipByGlobalNorm).toBe(isOn);
    expect(refusals).toEqual([]);
  },
);

it.each([2, -1, null, undefined, Number.NaN, '', 'maybe', 'oui', '01', {}, [true]])(
  '%s is neither on nor off',
  (value) => {
    const { experiment, refusals } = experimentOf({ clipByGlobalNorm: value });
    expect(experiment).toEqual(defaultExperiment);
    expect(refusals).toMatchObject([{ key: 'clipByGlobalNorm', problem: { kind: 'unreadable' } }]);
  },
);

it('a word about the page that is neither on nor off is reported and ignored', () => {
  preferences.setState({ isProjected: true });
  followLink({ projector: 'maybe' });
  expect(preferences.getState().isProjected).toBe(true);
  const { appearance, problems } = appearanceOf({ embed: 'maybe', projector: '' });
  expect(appearance.isEmbedded).toBe(false);
  expect(problems.map(({ key, asked }) => [key, asked])).toEqual([
    ['embed', 'maybe'],
    ['projector', ''],
  ]);
});
