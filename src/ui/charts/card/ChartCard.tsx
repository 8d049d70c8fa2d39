import { type ReactNode, use, useId, useRef } from 'react';
import { chartTexts as texts } from '../../../i18n/charts';
import { useTranslate } from '../../../i18n/translate';
import type { WordId } from '../../../learn/glossary/ids';
import { WordHelp } from '../../words/WordHelp';
import type { EventMark } from '../events/events';
import { SavePicture } from '../picture/SavePicture';
import { type Size, useSize } from '../plot/useSize';
import { DataTable, type Table } from './DataTable';
import { Deck, Tabs } from './Deck';
import { EventKeys, eventTable } from './EventKeys';
import './charts.css';
import '../plot/marks.css';

interface ChartCardProps {
  readonly title: string;
  /** The word of the glossary behind the title. */
  readonly word?: WordId;
  readonly subtitle?: string;
  readonly controls?: ReactNode;
  /** Said above the plot: what it shows no line for, and why. */
  readonly note?: ReactNode;
  /** Said politely once it comes, above the plot; no picture keeps it. */
  readonly notice?: ReactNode;
  /** The events that the plot marks by number. */
  readonly events?: readonly EventMark[];
  /** One sentence for those who do not see the plot. */
  readonly summary?: string | undefined;
  /** Stands beside the table's disclosure. */
  readonly footer?: ReactNode;
  /** Gathers the numbers for the table; without it there is none. */
  table?(): Table;
  /** Draws the plot into a box of this size. */
  children?(size: Size): ReactNode;
}

/** The frame of a chart: title, controls, plot, summary and table. Its height is its grid cell's. */
export function ChartCard(props: ChartCardProps) {
  const { title, word, subtitle, controls, note, notice, events = [], summary } = props;
  const { footer, table, children } = props;
  const t = useTranslate();
  const id = useId();
  const deck = use(Deck);
  const card = useRef<HTMLElement>(null);
  const [body, size] = useSize();
  const isMeasured = size.width > 0 && size.height > 0;
  return (
    <figure
      ref={card}
      className="chart-card"
      aria-labelledby={id}
      onFocus={({ target }) => bringIntoView(target)}
    >
      <div className="chart-header">
        <h2 id={id} className={deck ? 'unseen' : undefined}>
          {title}
        </h2>
        {deck && <Tabs {...deck} />}
        {subtitle && <small>{subtitle}</small>}
        {controls}
      </div>
      <div className="chart-says">
        {(note || events.length > 0) && (
          <p className="chart-note">
            {note} <EventKeys events={events} />
          </p>
        )}
        {notice && (
          <div role="status" className="chart-notice">
            {notice}
          </div>
        )}
      </div>
      <div className="chart-body" ref={body}>
        {isMeasured && children?.(size)}
      </div>
      {summary && <figcaption className="unseen">{summary}</figcaption>}
      <div className="chart-footer">
        {table && <DataTable caption={title} gather={table} />}
        {events.length > 0 && (
          <DataTable
            caption={t(texts.changes)}
            label={t(texts.changes)}
            gather={() => eventTable(events, t)}
          />
        )}
        {word && <WordHelp word={word} about={title} />}
        {footer}
        {table && <SavePicture title={title} card={card} />}
      </div>
    </figure>
  );
}

/**
 * Scrolls to what the keyboard has reached: Firefox leaves a plot under the bar at the bottom where a part of it is seen.
 */
function bringIntoView(reached: Element): void {
  if (reached.matches(':focus-visible')) reached.scrollIntoView({ block: 'nearest' });
}
