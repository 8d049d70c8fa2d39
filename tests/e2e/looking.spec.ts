import { expect, type Locator, type Page, test } from '@playwright/test';
import { deep, open, settled, train, violations, watch } from './page';

const spirals =
  '&dataset=twoSpirals&depth=6&width=24&activation=tanh&gain=1&optimizer=adam&learningRate=0.003';

async function hoverAndClick(page: Page, chart: string, x: number, y: number) {
  const surface = page
    .getByRole('application', { name: chart })
    .or(page.locator(`[aria-label^="${chart}"]`))
    .first();
  await surface.hover({ position: { x, y } });
  await settled(page);
  await surface.click({ position: { x: x + 1, y } });
}

test('every panel shows the step that the slider is at', async ({ page }) => {
  const complaints = watch(page);
  await open(page, spirals);
  const history = await train(page, 60);
  await page.getByRole('slider', { name: 'Step shown' }).fill('20');
  await expect(page.getByRole('heading', { name: 'At step 20' })).toBeVisible();
  await expect(page.locator('.step-slider output')).toHaveText('step 20 of 60');
  const loss = page.locator('.numbers > div', { hasText: 'Training loss' }).locator('dd');
  expect(Number(await loss.textContent())).toBeCloseTo(history.loss[20] ?? 0, 2);
  await page.getByRole('button', { name: 'One step on' }).click();
  await expect(page.getByRole('heading', { name: 'At step 21' })).toBeVisible();
  await page.getByRole('button', { name: 'Newest' }).click();
  await expect(page.getByRole('heading', { name: 'At step 60' })).toBeVisible();
  const box = page.getByRole('textbox', { name: 'Go to step' });
  await expect(box).toHaveValue('60');
  await box.fill('7');
  await box.press('Enter');
  await expect(page.getByRole('heading', { name: 'At step 7', exact: true })).toBeVisible();
  await box.fill('a lot');
  await box.press('Enter');
  await expect(box).toHaveValue('7');
  await box.fill('1000');
  await box.press('Enter');
  await expect(page.getByRole('heading', { name: 'At step 60' })).toBeVisible();
  expect(complaints).toEqual([]);
});

for (const [chart, said] of [
  ['Gradient norm by layer', /^Layer \d/],
  ['Loss', /^Step \d/],
  ['Chain rule', /^Layer \d/],
  ['Pipeline', /\S/],
] as const) {
  test(`what lies under the pointer is read out: ${chart}`, async ({ page }) => {
    await open(page, `${spirals}&clipByGlobalNorm=on`);
    await train(page, 10);
    if (chart === 'Pipeline') await page.getByText('Pipeline', { exact: true }).click();
    const plot = page.locator(`.recharts-wrapper:has([aria-label^="${chart}"])`);
    await plot.hover({ position: { x: 200, y: 60 } });
    const numbers = plot.locator('.chart-readout');
    await expect(numbers).toBeVisible();
    await expect(numbers.locator('strong')).toHaveText(said);
    await page.mouse.move(0, 0);
    await expect(numbers).toBeHidden();
  });
}

test('a press opens the layer that it is on, also the first', async ({ page }) => {
  await open(page, spirals);
  const plot = page.locator('.place-norms .press-area');
  const { width = 0, height = 0 } = (await plot.boundingBox()) ?? {};
  await plot.dispatchEvent('click', await pointOn(plot, (4.5 / 6) * width, height - 4));
  await expect(page.locator('.inspector').getByRole('heading', { level: 2 })).toContainText('5');
});

/** A point on an element, from its upper left corner, as the coordinates of an event. */
async function pointOn(element: Locator, x: number, y: number) {
  const box = await element.boundingBox();
  return { bubbles: true, clientX: (box?.x ?? 0) + x, clientY: (box?.y ?? 0) + y };
}

test('a layer can be looked at closely, now and in the past', async ({ page }) => {
  const complaints = watch(page);
  await open(page, spirals);
  await train(page, 30);
  await hoverAndClick(page, 'Gradient norm by layer', 500, 70);
  const inspector = page.locator('.inspector');
  await expect(inspector.getByRole('heading', { name: 'Singular values' })).toBeVisible();
  await expect(inspector.getByText(/spectral norm/)).toBeVisible();
  for (const [name, column] of [
    ['Data table', 'Tensor'],
    ['Histograms', 'magnitude'],
    ['Relative update over time', 'Step'],
  ] as const) {
    const disclosure = inspector.locator('summary', { hasText: name });
    await disclosure.click();
    await expect(inspector.getByRole('columnheader', { name: column, exact: true })).toBeVisible();
    await disclosure.click();
  }
  const now = await inspector.locator('.histogram').first().textContent();
  await page.getByRole('slider', { name: 'Step shown' }).fill('7');
  await expect(inspector.getByText('tensors of step')).toHaveCount(0);
  await expect.poll(() => inspector.locator('.histogram').first().textContent()).not.toBe(now);
  expect(await violations(page)).toEqual([]);
  await inspector.getByRole('button', { name: 'Layer after' }).click();
  await inspector.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('heading', { name: 'Every layer, every step' })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the inspector does not show the tensors of the run before as those of the new one', async ({
  page,
}) => {
  await open(page, '&depth=6&gain=1.5');
  await hoverAndClick(page, 'Gradient norm by layer', 500, 70);
  await expect(page.locator('.inspector .histogram').first()).toBeVisible();
  const stale = await page.evaluate(async () => {
    const figures = () => document.querySelector('.inspector .histogram')?.textContent;
    const before = figures();
    chainReaction.set({ gain: 0.1 });
    await chainReaction.ready;
    let frames = 0;
    for (let frame = 0; frame < 120; frame++) {
      const isNew = document.querySelector('.inspector small')?.textContent === 'step 0';
      if (isNew && figures() === before && frame > 2) frames += 1;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    return { frames, isSame: figures() === before };
  });
  expect(stale.isSame).toBe(false);
  expect(stale.frames).toBe(0);
});

test('the plane has the colors of the theme, without another prediction', async ({ page }) => {
  await open(page, '&dataset=moons&depth=3&gain=1&theme=light');
  const plane = page.locator('.plane canvas');
  await expect(plane).toBeVisible();
  const color = () =>
    plane.evaluate((canvas: HTMLCanvasElement) => {
      const data = [...(canvas.getContext('2d')?.getImageData(0, 0, 48, 48).data ?? [])];
      const mean = (part: number) =>
        data.reduce((sum, value, index) => sum + (index % 4 === part ? value : 0), 0) / 48 ** 2;
      return [mean(0), mean(1), mean(2)];
    });
  const light = await color();
  const apart = async () => {
    const now = await color();
    return Math.max(...now.map((value, part) => Math.abs(value - (light[part] ?? 0))));
  };
  await page.getByRole('button', { name: /dark/i }).click();
  await expect.poll(apart).toBeGreaterThan(8);
  await page.getByRole('button', { name: /light/i }).click();
  await expect.poll(apart).toBeLessThan(2);
});

test('the backward pass can be walked, and the pipeline shows every stage', async ({ page }) => {
  await open(page, `${spirals}&clipByGlobalNorm=on&clipNorm=0.01`);
  await train(page, 10);
  const chainRule = page.getByRole('figure', { name: 'Chain rule' });
  await chainRule.getByText('Data table').click();
  const spectralNorms = chainRule.getByRole('columnheader', { name: 'spectral norm' });
  await expect(spectralNorms).toBeVisible();
  await expect(chainRule.getByRole('cell', { name: '–', exact: true })).toHaveCount(3);
  await chainRule.getByText('Data table').click();
  await page.getByRole('button', { name: 'Walk back' }).click();
  await expect(chainRule.getByText(/Through layer [2-6]:/)).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: /Through layer [2-6]:/ })).toHaveCount(0);
  const walk = page.getByRole('status').filter({ hasText: /Through layer 1:/ });
  await expect(walk).toBeVisible({ timeout: 15_000 });
  await page.getByText('Pipeline', { exact: true }).click();
  await expect(page.locator('[aria-label^="Pipeline."]')).toBeVisible();
  const evidence = page.locator('.at-work', { hasText: 'Clip by global norm' });
  await expect(evidence).toContainText('11 of the last 11 steps clipped');
});

test('a fix is one press, its outcome is measured, and it can be undone', async ({ page }) => {
  await open(page, '&gain=1.5&loss=meanSquaredError');
  const verdict = page.locator('.verdict h2');
  await expect(verdict).toContainText('Exploding: ×1.4');
  await expect(page.getByText('Mean-field theory predicts ×1.50')).toBeVisible();
  await page.getByRole('button', { name: /^Apply: He normal with gain 1/ }).click();
  await expect(verdict).toContainText('Healthy');
  await expect(page.locator('.fix-outcome')).toContainText(/×1\.4\d → ×(0\.9|1\.0)\d/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(verdict).toContainText('Exploding');
});

test('the end of a run is told: layer, step, and what had grown', async ({ page }) => {
  await open(page, '&gain=1.5&loss=meanSquaredError&learningRate=0.01');
  await train(page, 10);
  await expect(page.locator('.verdict')).toContainText(/Forward overflow/);
  await expect(page.locator('.story')).toContainText(/Step 1, layer \d+/);
  await expect(page.locator('.story')).toContainText(/The last 2 steps: loss/);
});

test(
  'a run that ended shows its last finite step, is watched again slowly, and begins again',
  deep,
  async ({ page }) => {
    const complaints = watch(page);
    await open(page, '&dataset=moons&learningRate=0.01');
    const shown = page.locator('.step-slider output');
    const run = page.getByRole('button', { name: 'Run again', exact: true });
    await train(page, 10);
    await expect(shown).toHaveText('step 1 of 2');
    await expect(page.getByText('not finite from step 2').first()).toBeVisible();
    await expect(page.locator('.verdict h2')).toContainText('overflow');
    await page.getByRole('slider', { name: 'Step shown' }).fill('0');
    await expect(page.locator('.verdict h2')).toContainText('Exploding');
    await page.getByRole('button', { name: 'Watch it again, slowly' }).click();
    const stop = page.getByRole('button', { name: 'Stop playing' });
    await expect(stop).toBeVisible();
    await expect(shown).toHaveText('step 2 of 2');
    await expect(stop).toHaveCount(0);
    await expect(shown).toHaveText('step 1 of 2');
    await page.keyboard.press('p');
    await expect(stop).toBeVisible();
    await page.getByRole('button', { name: 'One step on' }).click();
    await expect(stop).toHaveCount(0);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await page.waitForFunction(() => chainReaction.history().steps.at(-1) === 1);
    await page.evaluate(() => chainReaction.run(10));
    await run.click();
    await expect(run).toBeVisible();
    await page.waitForFunction(() => chainReaction.history().firstNonFinite?.step === 2);
    expect(complaints).toEqual([]);
  },
);

test('without validation the predictions are those of training again', async ({ page }) => {
  await open(page, '&dataset=wave&depth=3&width=8&gain=1&loss=meanSquaredError');
  const predictions = page.locator('.predictions');
  await predictions.getByRole('radio', { name: 'validation' }).check({ force: true });
  await expect(predictions.locator('.curve-line')).toHaveAttribute('points', /\d/);
  await page.evaluate(() => {
    chainReaction.set({ validationSplit: 0 });
    return chainReaction.ready;
  });
  await expect(predictions.getByRole('radio')).toHaveCount(0);
  await expect(predictions.locator('.curve-line')).toHaveAttribute('points', /^[\d.]+,[\d.-]+ /);
  await page.evaluate(() => {
    chainReaction.set({ dataset: 'digits' });
    return chainReaction.ready;
  });
  await expect(page.getByRole('table', { name: /predicted class/ })).toBeVisible();
});

test('the regions that the network has learned are drawn', async ({ page }) => {
  await open(page, spirals);
  await train(page, 30);
  await expect(
    page.getByRole('img', { name: /^Decision regions\. Of this plane: class 0/ }),
  ).toBeVisible();
  await expect(page.locator('.predictions .chart-legend')).toHaveText('class 0 class 1');
  await page.locator('.predictions summary').click();
  await expect(page.locator('.predictions').getByRole('row')).toHaveCount(9);
  await page.evaluate(() => {
    chainReaction.set({ dataset: 'wave' });
    return chainReaction.ready;
  });
  await expect(page.getByRole('img', { name: 'Fitted curve' })).toBeVisible();
  await page.evaluate(() => {
    chainReaction.set({ dataset: 'digits' });
    return chainReaction.ready;
  });
  await expect(page.getByRole('table', { name: /predicted class/ })).toBeVisible();
  await page.evaluate(() => {
    chainReaction.set({ labels: 'integer' });
    return chainReaction.ready;
  });
  await expect(page.getByRole('table', { name: /class number nearest/ })).toBeVisible();
});
