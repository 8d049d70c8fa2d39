const frame = document.getElementById('embedded');
const start = document.getElementById('start');
const results = document.getElementById('results');

/** Resolves when this page has loaded, and with it the frame. */
const loaded = new Promise((resolve) => {
  addEventListener('load', resolve, { once: true });
});

/** Growth of the gradient per layer over the hidden layers, at step 0. */
function growth({ layers }) {
  const norms = layers.gradH.slice(1).map((steps) => steps[0]);
  return (norms[0] / norms.at(-1)) ** (1 / (norms.length - 1));
}

function show(...cells) {
  const row = results.insertRow();
  for (const text of cells) row.insertCell().textContent = text;
}

start.addEventListener('click', async () => {
  start.disabled = true;
  results.replaceChildren();
  await loaded;
  const page = frame.contentWindow.chainReaction;
  await page.ready;
  for (const gain of [0.8, 1, 1.6]) {
    page.set({ gain });
    await page.ready;
    await page.run(50);
    const history = page.history();
    const loss = history.loss.at(-1);
    show(
      gain,
      growth(history).toFixed(3),
      Number.isFinite(loss) ? loss.toPrecision(3) : String(loss),
      history.firstNonFinite?.step ?? '–',
    );
  }
  start.disabled = false;
});
