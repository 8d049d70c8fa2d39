import { parse } from '../../base/field';
import { differences } from '../../experiment/change';
import type { LinkProblem } from '../../experiment/link';
import { countField, isNumeric, legalAxis, type MapAxis, numberFieldOf, scales } from './axis';
import {
  groundOf,
  type MapMeasure,
  type MapPlan,
  type MapSetup,
  mapMeasures,
  stepsField,
} from './plan';
import { mapPresets } from './presets';

/** The signs between the parts of a map and within one: neither is escaped in a link. */
const between = '*';
const within = '_';

/** Most characters of a part that a problem repeats. */
const mostSaid = 60;

/** Writes a map for a link: `depth_3_51_17_linear*gain_0.5_2_17_log*growth`, `…*loss_300`. */
export function encodeMap({ x, y, measure, steps }: MapSetup): string {
  const axis = ({ key, from, to, count, scale }: MapAxis) =>
    [key, String(from), String(to), count, scale].join(within);
  const last = measure === 'growth' ? measure : [measure, steps].join(within);
  return [axis(x), axis(y), last].join(between);
}

/** Whether two plans make the same map: what their axes vary may differ. */
export function isSameMap(a: MapPlan, b: MapPlan): boolean {
  const apart = differences(groundOf(a), groundOf(b)).filter(
    ({ key }) => key !== a.x.key && key !== a.y.key,
  );
  return apart.length === 0 && encodeMap(a) === encodeMap(b);
}

/**
 * Reads any text as a map; an empty one is the usual map. Never throws: what cannot be read is the
 * usual map's, and reported.
 */
export function decodeMap(text: string): {
  readonly setup: MapSetup;
  readonly problems: readonly LinkProblem[];
} {
  const usual = mapPresets[0].setup;
  if (text === '') return { setup: usual, problems: [] };
  const problems: LinkProblem[] = [];
  const report: Reporter = (kind, asked) =>
    problems.push({ key: 'map', asked: asked.slice(0, mostSaid), problem: { kind } });
  const [first = '', second = '', last = '', ...rest] = text.split(between);
  if (rest.length > 0) report('mapUnreadable', rest.join(between));
  const x = readAxis(first, report) ?? usual.x;
  const asked = readAxis(second, report) ?? usual.y;
  const isTwice = asked.key === x.key;
  if (isTwice) report('mapUnreadable', second);
  const y = isTwice ? (x.key === usual.x.key ? usual.y : usual.x) : asked;
  return { setup: { x, y, ...readMeasure(last, report) }, problems };
}

type Reporter = (kind: 'mapUnreadable' | 'mapLimited', asked: string) => unknown;

function readAxis(text: string, report: Reporter): MapAxis | null {
  const [key = '', from = '', to = '', count = '', scale, ...rest] = text.split(within);
  const spread = scales.find((candidate) => candidate === scale);
  if (!isNumeric(key) || !spread || rest.length > 0) {
    report('mapUnreadable', text);
    return null;
  }
  const field = numberFieldOf(key);
  const numbers = [parse(field, from), parse(field, to), parse(countField, count)] as const;
  const kinds = numbers.map(({ problem }) => problem?.kind);
  if (kinds.includes('unreadable')) {
    report('mapUnreadable', text);
    return null;
  }
  const [low, high, cells] = numbers;
  const asked = { key, from: low.value, to: high.value, count: cells.value, scale: spread };
  const axis = legalAxis(asked);
  const isLimited = kinds.some((kind) => kind !== undefined) || axis.scale !== spread;
  if (isLimited) report('mapLimited', text);
  return axis;
}

function readMeasure(text: string, report: Reporter): { measure: MapMeasure; steps: number } {
  const [name, asked, ...rest] = text.split(within);
  const measure = mapMeasures.find((candidate) => candidate === name);
  const usual = { measure: mapPresets[0].setup.measure, steps: stepsField.default };
  if (!measure || rest.length > 0) {
    report('mapUnreadable', text);
    return usual;
  }
  if (asked === undefined) return { measure, steps: stepsField.default };
  const { value: steps, problem } = parse(stepsField, asked);
  if (problem) report(problem.kind === 'unreadable' ? 'mapUnreadable' : 'mapLimited', text);
  return { measure, steps };
}
