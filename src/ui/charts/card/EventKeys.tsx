import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount } from '../../../i18n/numbers';
import { type Translate, useTranslate } from '../../../i18n/translate';
import type { EventMark } from '../events/events';
import type { Table } from './DataTable';

/** Most events that are told in words; the table holds all. */
const mostKeys = 3;

/** What the numbers at the lines of a chart stand for: the newest events. */
export function EventKeys({ events }: { readonly events: readonly EventMark[] }) {
  const t = useTranslate();
  const [first] = events;
  if (!first) return null;
  const told = events.slice(-mostKeys);
  const untold = events.length - told.length;
  return (
    <>
      {untold > 0 && (
        <span className="event-key">
          <b>{untold === 1 ? 1 : `1–${untold}`}</b> {t(texts.seeChanges)}
        </span>
      )}
      {told.map(({ number, label }) => (
        <span key={number} className="event-key">
          <b>{number}</b> {label}
        </span>
      ))}
    </>
  );
}

/** Every event by its number: its step, and what was changed. */
export function eventTable(events: readonly EventMark[], t: Translate): Table {
  return {
    columns: ['#', t(texts.step), t(texts.changes)],
    rows: events.map(({ number, step, label }) => [String(number), formatCount(step), label]),
  };
}
