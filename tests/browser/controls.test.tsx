import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { NumberField } from '../../src/base/field';
import { activations } from '../../src/catalog/activations';
import { type Entry, entryOf } from '../../src/catalog/entry';
import { defaultExperiment, fieldOf, keys } from '../../src/experiment/schema';
import { change } from '../../src/state/run/actions';
import { app } from '../../src/state/store/app';
import { prefer } from '../../src/state/store/preferences';
import { FieldControl } from '../../src/ui/controls/FieldControl';
import { nearestStop, stopsOf } from '../../src/ui/controls/stops';

const numberFields = keys.flatMap((key) => {
  const field = fieldOf(key);
  return field.kind === 'number' ? [[key, field] as const] : [];
});

let root: Root;
beforeEach(() => {
  const host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  app.setState({ experiment: defaultExperiment });
});
afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const experiment = () => app.getState().experiment;

describe.each(keys.map((key) => [key, fieldOf(key)] as const))(
  'the control of %s',
  (key, field) => {
    it('is labeled, shows the value and changes it', async () => {
      root.render(<FieldControl setting={key} />);
      const role = { number: 'textbox', choice: 'combobox', toggle: 'switch' } as const;
      const control = page.getByRole(role[field.kind], { name: field.label.en, exact: true });
      await expect.element(control).toBeVisible();
      if (field.kind === 'toggle') {
        await control.click();
        expect(experiment()[key]).toBe(!field.default);
      } else if (field.kind === 'choice') {
        const other = field.options.findLast(({ id }) => id !== field.default && id !== 'ownData');
        await control.selectOptions(other?.id ?? '');
        expect(experiment()[key]).toBe(other?.id);
      } else {
        await control.fill(String(field.max));
        await userEvent.keyboard('{Enter}');
        expect(experiment()[key]).toBe(field.max);
      }
    });
  },
);

describe('a number box', () => {
  const box = () => page.getByRole('textbox', { name: 'Gain', exact: true });
  const type = async (text: string) => {
    await box().fill(text);
    await userEvent.keyboard('{Enter}');
  };

  it('says what it cannot read and keeps the value', async () => {
    root.render(<FieldControl setting="gain" />);
    await type('much');
    expect(experiment().gain).toBe(defaultExperiment.gain);
    await expect.element(page.getByRole('status')).toHaveTextContent('Not a number');
    await expect.element(box()).toHaveValue(String(defaultExperiment.gain));
  });

  it('limits what is out of range and says so', async () => {
    root.render(<FieldControl setting="gain" />);
    await type('1e6');
    expect(experiment().gain).toBe(10);
    await expect.element(page.getByRole('status')).toHaveTextContent('Limited to 10');
  });

  it('takes a word for a value that has one', async () => {
    root.render(<FieldControl setting="batchSize" />);
    await page.getByRole('textbox', { name: 'Batch size', exact: true }).fill('full');
    await userEvent.keyboard('{Enter}');
    expect(experiment().batchSize).toBe(0);
    await page.getByRole('checkbox', { name: 'full' }).click();
    expect(experiment().batchSize).toBe(64);
  });

  it('shows and takes the word in the language of the page, and what it said changes with it', async () => {
    prefer({ language: 'zh-CN' });
    root.render(<FieldControl setting="batchSize" />);
    const named = page.getByRole('textbox', { name: '批大小', exact: true });
    await named.fill('很多');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('status')).toHaveTextContent('不是数字');
    prefer({ language: 'en' });
    await expect.element(page.getByRole('status')).toHaveTextContent('Not a number');
    prefer({ language: 'zh-CN' });
    await named.fill('全批量');
    await userEvent.keyboard('{Enter}');
    expect(experiment().batchSize).toBe(0);
    await expect.element(named).toHaveValue('全批量');
    prefer({ language: 'en' });
  });
});

describe('the help of a setting', () => {
  it('tells about the option that is chosen, and names its paper', async () => {
    change({ activation: 'elu' });
    root.render(<FieldControl setting="activation" />);
    const help = page.getByRole('button', { name: 'About Activation' });
    await expect.element(help).toHaveAttribute('aria-expanded', 'false');
    await help.click();
    await expect.element(help).toHaveAttribute('aria-expanded', 'true');
    const { summary, source } = entryOf(activations, 'elu') as Entry;
    await expect.element(page.getByText(summary.en)).toBeVisible();
    await expect.element(page.getByText(source?.title ?? '')).toBeVisible();
  });
});

describe.each(numberFields)('the slider of %s', (_, field: NumberField) => {
  it('stops at round values in order, its ends included', () => {
    const stops = stopsOf(field);
    expect(stops[0]).toBe(field.min);
    expect(stops.at(-1)).toBe(field.max);
    expect(stops).toEqual([...new Set(stops)].sort((a, b) => a - b));
    if (field.integer) expect(stops.every(Number.isInteger)).toBe(true);
    for (const stop of stops) expect(stops[nearestStop(stops, stop)]).toBe(stop);
  });
});

describe('a slider', () => {
  it('climbs the ladder 1–3–10 with the keyboard', async () => {
    change({ learningRate: 0.001 });
    root.render(<FieldControl setting="learningRate" />);
    const slider = page.getByRole('slider', { name: 'Learning rate' });
    await vi.waitFor(() => expect.element(slider).toBeVisible());
    (slider.element() as HTMLInputElement).focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(experiment().learningRate).toBe(0.003);
    await userEvent.keyboard('{ArrowRight}');
    expect(experiment().learningRate).toBe(0.01);
    await userEvent.keyboard('{End}');
    expect(experiment().learningRate).toBe(100);
  });
});
