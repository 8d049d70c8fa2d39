import fc from 'fast-check';
import { expect, it } from 'vitest';
import { experimentOf } from '../../src/experiment/legality';
import { decodeLink, encodeLink, reservedKeys } from '../../src/experiment/link';
import { defaultExperiment, keys } from '../../src/experiment/schema';
import { readRunJson } from '../../src/state/saved/file';
import { readMap } from '../../src/state/saved/maps';
import { readStored } from '../../src/state/saved/runs';
import { appearanceOf } from '../../src/state/store/appearance';
import { decodeMap } from '../../src/study/map/code';
import { decodeFile } from '../../src/table/code';
import type { Report, Request } from '../../src/worker/protocol';
import { serve } from '../../src/worker/server';
import { anyExperiment } from '../support/experiments';

const numRuns = Number(process.env.FUZZ ?? 5000);

const nasty = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  '-Infinity',
  '1e999',
  '0x10',
  '9'.repeat(400),
  '%',
  '%ff%fe',
  '&&&==',
  '\u202E\u0000\uD800',
  '<script>alert(1)</script>',
  '\'"><img src=x onerror=alert(1)>',
  '=cmd()',
  'javascript:alert(1)',
);
const word = fc.oneof(
  fc.constantFrom(...keys),
  fc.constantFrom(...reservedKeys),
  nasty,
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** Links of any kind: real ones, real ones with words exchanged, and strings of nothing in particular. */
const anyLink = fc.oneof(
  anyExperiment.map((experiment) => encodeLink(experiment)),
  fc
    .tuple(anyExperiment, fc.nat(), fc.nat(40), fc.oneof(word, fc.string({ maxLength: 30 })))
    .map(([experiment, at, length, put]) => {
      const link = encodeLink(experiment);
      const place = at % (link.length + 1);
      return link.slice(0, place) + put + link.slice(place + length);
    }),
  fc
    .array(fc.tuple(word, word), { maxLength: 20 })
    .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

it('any text is a link: a legal experiment, and everything else is said', {
  timeout: 900_000,
}, () => {
  let longest = 0;
  fc.assert(
    fc.property(anyLink, (text) => {
      const began = performance.now();
      const { experiment, reserved, problems } = decodeLink(text);
      appearanceOf(reserved);
      decodeMap(reserved.map ?? text);
      decodeFile(reserved.data ?? text);
      longest = Math.max(longest, performance.now() - began);
      expect(Object.keys(experiment).length).toBe(keys.length);
      expect(experimentOf(experiment).refusals).toEqual([]);
      expect(problems.length).toBeLessThan(1000);
      expect(Object.getPrototypeOf(reserved)).toBe(Object.prototype);
    }),
    { numRuns },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
  console.log(`${numRuns} links; the longest took ${longest.toFixed(1)} ms`);
});

it('whatever a worker is told, it answers or says that it failed', async () => {
  const piece = fc.oneof(fc.integer(), fc.constant(null), nasty, fc.object({ maxDepth: 2 }));
  const type = fc.constantFrom(
    'table',
    'amend',
    'run',
    'pause',
    'inspect',
    'try',
    'configure',
    'acknowledge',
  );
  const message = fc.oneof(
    piece,
    fc.record(
      {
        type,
        run: piece,
        ticket: piece,
        experiment: piece,
        replay: piece,
        steps: piece,
        table: piece,
      },
      { requiredKeys: ['type'] },
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 5 }), async (messages) => {
      const reports: Report[] = [];
      const tell = serve({ post: (report) => reports.push(report) });
      for (const told of messages) tell(told as Request);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(reports.every((report) => report.type === 'failed' || report.type === 'tried')).toBe(
        true,
      );
    }),
    { numRuns: Math.min(200, numRuns) },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});

it('a link of a megabyte is refused at once', () => {
  const began = performance.now();
  const { experiment, problems } = decodeLink(`v=1&${'gain=2&'.repeat(150_000)}`);
  console.log(`a megabyte: ${(performance.now() - began).toFixed(1)} ms`);
  expect(experiment).toEqual(defaultExperiment);
  expect(problems.map(({ problem }) => problem.kind)).toEqual(['tooLong']);
});

it('whatever was stored or saved is read, or refused, without a throw', {
  timeout: 900_000,
}, () => {
  const like = fc.record(
    {
      format: fc.constantFrom('chain-reaction run', 'x'),
      version: fc.constantFrom(1, 2, '1', null),
      id: fc.anything(),
      name: fc.anything(),
      keptAt: fc.anything(),
      begunAt: fc.anything(),
      mark: fc.anything(),
      setup: fc.anything(),
      experiment: fc.dictionary(word, fc.anything()),
      events: fc.anything(),
      nonFinite: fc.anything(),
      history: fc.oneof(fc.anything(), fc.record({ parts: fc.array(fc.anything()) })),
      values: fc.oneof(fc.anything(), fc.float64Array()),
      states: fc.oneof(fc.anything(), fc.uint8Array()),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(fc.oneof(fc.anything(), like), fc.string(), (value, text) => {
      readStored(value);
      readMap(value);
      readRunJson(text);
      try {
        readRunJson(JSON.stringify(value) ?? '');
      } catch (error) {
        if (!(error instanceof TypeError && /JSON|BigInt|circular|primitive/i.test(error.message)))
          throw error;
      }
    }),
    { numRuns: Math.ceil(numRuns / 5) },
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});
