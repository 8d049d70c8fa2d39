import type { LogFinding } from './finding';
import { gap } from './numbers';
import type { Signals } from './signals';

/** Factor by which a loss scale falls where a scaler finds no scale that fits. */
const scaleFall = 1024;

/** Reads a loss scale: whether it falls without end, and how many steps it skipped. */
export function scaleIn({ steps, lossScale, skipped, norm }: Signals): readonly LogFinding[] {
  const findings: LogFinding[] = [];
  const count = [...(skipped ?? [])].filter((value) => value > 0).length;
  const scales = [...(lossScale ?? [])].filter((value) => value !== gap && value > 0);
  const [first = 0, last = 0] = [scales[0], scales.at(-1)];
  const high = scales.reduce((most, value) => Math.max(most, value), 0);
  if (scales.length > 1 && high > last && (last <= 1 || high / last >= scaleFall)) {
    const at = lossScale?.indexOf(high) ?? 0;
    findings.push({
      id: 'scaleFalls',
      tone: 'bad',
      places: { high, last, step: steps[Math.max(0, at)] ?? 0 },
    });
  } else if (count > 0 && norm === null) {
    const low = scales.reduce((least, value) => Math.min(least, value), first);
    findings.push({
      id: 'overflows',
      tone: 'warn',
      places: { count, steps: steps.length, low, high },
    });
  }
  return findings;
}

/** Share of norms at one value from which on a limit shows. */
const clippedShare = 0.2;

/** Reads a limit of clipping: one that the log names, or one at which the norms stand still. */
export function clippingIn(
  { clipLimit, isNormLogged }: Signals,
  norms: readonly number[],
): readonly LogFinding[] {
  if (!isNormLogged || norms.length < 5) return [];
  const limit = limitOf(clipLimit);
  const top = norms.reduce((most, value) => Math.max(most, value), 0);
  if (limit !== null) {
    const above = norms.filter((value) => value > limit * 1.001);
    if (above.length === 0) return [];
    const percent = (100 * above.length) / norms.length;
    return [{ id: 'clipping', tone: 'note', places: { limit, percent, ratio: top / limit } }];
  }
  const atTop = norms.filter((value) => value > 0.999 * top).length;
  if (atTop === norms.length) return [{ id: 'constantNorm', tone: 'note', places: { limit: top } }];
  if (atTop < Math.max(5, clippedShare * norms.length)) return [];
  return [
    {
      id: 'clippedNorm',
      tone: 'note',
      places: { limit: top, percent: (100 * atTop) / norms.length },
    },
  ];
}

/** The limit that a log holds, if it stays the same. */
function limitOf(values: Float64Array | null): number | null {
  const own = [...(values ?? [])].filter((value) => value !== gap);
  const [first] = own;
  return first !== undefined && first > 0 && own.every((value) => value === first) ? first : null;
}
