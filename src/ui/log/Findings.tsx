import { logTexts as texts } from '../../i18n/log';
import { formatCount } from '../../i18n/numbers';
import { type Translate, useTranslate } from '../../i18n/translate';
import { findingsAt } from '../../log/diagnose';
import type { LogFinding } from '../../log/finding';
import { findingTexts } from '../../log/findingTexts';
import type { ShownLog } from '../../state/files/logs';
import { useLogs } from '../../state/hooks';
import { judgedIndex } from '../../state/store/app';
import { useFill } from '../panels/useFill';

/** What a log shows over all its steps, the worst first. */
export function OverTime({ log }: { readonly log: ShownLog }) {
  const t = useTranslate();
  if (log.findings.length === 0) return null;
  return (
    <section className="log-findings log-verdicts" aria-live="polite">
      <p className="quiet">{t(texts.overTime)}</p>
      <FindingList findings={log.findings} names={log.names} />
    </section>
  );
}

/** What the record shown means, and what came of it where the next one is not finite. */
export function AtStep({ log, index }: { readonly log: ShownLog; readonly index: number }) {
  const viewed = useLogs((state) => state.viewed);
  const t = useTranslate();
  const { history } = log.records;
  if (history.shape.layers.length === 0) return null;
  const judged = judgedIndex(log.records, viewed);
  const findings = [...new Set([judged, index])].flatMap((record) =>
    findingsAt(log, history, record).filter(({ id }) => record === index || id === 'nonFinite'),
  );
  const step = formatCount(history.at(index, 'step'));
  return (
    <section className="log-findings log-at-step" aria-live="polite">
      <p className="quiet">{t(texts.atStep, { step })}</p>
      <FindingList findings={findings} names={log.names} />
    </section>
  );
}

interface FindingListProps {
  readonly findings: readonly LogFinding[];
  readonly names: readonly string[];
}

function FindingList({ findings, names }: FindingListProps) {
  const t = useTranslate();
  const fill = useFill();
  return findings.map(({ id, places, tone }) => {
    const { title, advice } = findingTexts[id];
    const layer = id === 'nonFinite' ? { layer: placeOf(places, names, t) } : {};
    return (
      <div key={id} className={`verdict ${tone === 'warn' ? 'warning' : tone}`}>
        <h3>{fill(title, { ...places, ...layer })}</h3>
        <p>{t(advice)}</p>
      </div>
    );
  });
}

/** Where a log first stops being finite, in words. */
function placeOf(
  { tensor, layer }: LogFinding['places'],
  names: readonly string[],
  t: Translate,
): string {
  if (tensor === 'loss') return t(texts.inLoss);
  if (layer === 0 || layer === undefined) return t(texts.inNetwork);
  return names[Number(layer) - 1] || t(texts.numbered, { layer });
}
