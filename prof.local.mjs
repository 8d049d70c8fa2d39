import { createServer } from 'vite';
const server = await createServer({ server: { middlewareMode: true, hmr: false, ws: false }, appType: 'custom', logLevel: 'error' });
const { openBackend } = await server.ssrLoadModule('/src/engine/tfjs/backend.ts');
const { createTrainer } = await server.ssrLoadModule('/src/engine/trainer.ts');
const { experimentOf } = await server.ssrLoadModule('/src/experiment/legality.ts');
const { ops } = await openBackend('wasm');
const shared = { dataset: 'teacher', validationSplit: 0, gain: 1, activation: 'relu', loss: 'meanSquaredError', learningRate: 1e-6, validationInterval: 1000 };
const sizes = { S: { depth: 10, width: 16, batchSize: 32 }, M: { depth: 20, width: 64, batchSize: 64 }, L: { depth: 50, width: 128, batchSize: 128 } };
const [list, extra, least] = [process.argv[2].split(','), JSON.parse(process.argv[3] ?? '[{}]'), Number(process.argv[4] ?? 1500)];
for (const size of list) for (const more of extra) {
  const trainer = createTrainer(ops, experimentOf({ ...shared, ...sizes[size], samples: sizes[size].batchSize, ...more }).experiment);
  await trainer.measure();
  for (let i = 0; i < 20; i++) await trainer.advance();
  const times = [];
  const start = performance.now();
  while (performance.now() - start < least) { const t = performance.now(); await trainer.advance(); times.push(performance.now() - t); }
  times.sort((a, b) => a - b);
  console.log(size, JSON.stringify(more), 'median', times[times.length >> 1].toFixed(3), 'p10', times[Math.floor(times.length / 10)].toFixed(3), trainer.step, trainer.nonFinite);
  trainer.dispose();
}
await server.close();
