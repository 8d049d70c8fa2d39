import { describe, expect, it } from 'vitest';
import { commands } from 'vitest/browser';
import { openForTest } from '../support/backends';
import { columnsOf, differences, experimentOf, type Recorded } from '../support/histories';

const files = import.meta.glob<Recorded>('/tests/reference/histories/*.json', {
  eager: true,
  import: 'default',
});

/** Commit and day, where histories are recorded and not compared. */
const recording: string | undefined = import.meta.env.VITE_RECORDING;

const backends = ['cpu', 'wasm'] as const;

describe.each(Object.entries(files))('%s', (path, file) => {
  const experiment = experimentOf(file);

  if (recording) {
    it('is recorded', async () => {
      const columns: Record<string, unknown> = {};
      for (const backend of backends) {
        columns[backend] = await columnsOf(await openForTest(backend), experiment, file.steps);
      }
      const recorded = `${recording}, ${await browserVersion()}`;
      const { link, steps } = file;
      const text = JSON.stringify({ link, steps, recorded, columns }, null, 1);
      await commands.writeFile(path.slice(1), `${text}\n`);
    });
    return;
  }

  it.each(backends)('is the same on %s, bit for bit', async (backend) => {
    const expected = file.columns?.[backend];
    if (!expected) throw new Error(`${path} has no history of ${backend}.`);
    const found = await columnsOf(await openForTest(backend), experiment, file.steps);
    expect(differences(expected, found)).toEqual([]);
  });
});

async function browserVersion(): Promise<string> {
  const { userAgentData } = navigator as unknown as {
    userAgentData: {
      getHighEntropyValues(
        hints: readonly string[],
      ): Promise<{ fullVersionList: readonly { brand: string; version: string }[] }>;
    };
  };
  const { fullVersionList } = await userAgentData.getHighEntropyValues(['fullVersionList']);
  const chromium = fullVersionList.find(({ brand }) => brand === 'Chromium');
  return `Chromium ${chromium?.version}`;
}
