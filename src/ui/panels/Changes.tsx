import type { Difference } from '../../experiment/change';
import { fieldOf } from '../../experiment/schema';
import { readingTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { type RunEvent, shownRecording } from '../../state/store/run';
import { describe } from './describe';

/** What was changed since the run began, with the step from which it holds. */
export function Changes() {
  const t = useTranslate();
  const events = useApp(({ run }) => shownRecording(run)?.events) ?? [];
  return (
    <section>
      <h2>{t(readingTexts.changed)}</h2>
      {netChanges(events).length === 0 && <p className="quiet">{t(readingTexts.unchanged)}</p>}
      <EventLines events={events} />
    </section>
  );
}

/** The live changes of a run, with the step from which each holds; nothing where there are none. */
export function EventLines({ events }: { readonly events: readonly RunEvent[] }) {
  const t = useTranslate();
  const changes = netChanges(events);
  if (changes.length === 0) return null;
  const line = ({ key, from, to }: Difference) =>
    t(readingTexts.fromTo, {
      setting: t(fieldOf(key).label),
      from: t(describe(key, from)),
      to: t(describe(key, to)),
    });
  return (
    <ul className="changes">
      {changes.map(({ step, change }) => (
        <li key={`${step} ${change.key}`}>
          {line(change)} <small>{t(readingTexts.sinceStep, { step })}</small>
        </li>
      ))}
    </ul>
  );
}

interface StepChange {
  readonly step: number;
  readonly change: Difference;
}

/** One line per setting and step, from its first to its last value there; what came back is left out. */
function netChanges(events: readonly RunEvent[]): readonly StepChange[] {
  const net = new Map<string, StepChange>();
  for (const { step, changes } of events) {
    for (const change of changes) {
      const id = `${step} ${change.key}`;
      const from = net.get(id)?.change.from ?? change.from;
      net.set(id, { step, change: { ...change, from } });
    }
  }
  return [...net.values()].filter(({ change }) => change.from !== change.to);
}
