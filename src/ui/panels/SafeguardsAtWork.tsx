import { inForce } from '../../experiment/choices';
import { isRelevant } from '../../experiment/relevance';
import { fieldOf, type Key } from '../../experiment/schema';
import { evidenceOf } from '../../history/evidence';
import { absent } from '../../history/measures';
import { formatPlace } from '../../i18n/numbers';
import { readingTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { experimentAt, heldSince } from '../../state/store/run';
import { runSource } from '../charts/source/source';
import { useStateInTurn } from '../charts/source/useStateInTurn';

const isChoice = (key: Key) => fieldOf(key).kind === 'choice';

/** A dash stands where nothing was measured. */
const written = (name: string, value: number) =>
  value === absent ? '–' : formatPlace(name, value);

/** Each safeguard in force at the step on screen, with one line of evidence of what it does there. */
export function SafeguardsAtWork() {
  const t = useTranslate();
  const { records, index } = useStateInTurn(runSource);
  if (!records) return null;
  const { history } = records;
  const step = history.at(index, 'step');
  const experiment = experimentAt(records, step);
  const lines = inForce(experiment)
    .filter(({ key }) => isRelevant(experiment, key))
    .map(({ key, entry }) => {
      const found = evidenceOf(history, index, entry.id, heldSince(records, key, step));
      const places = Object.entries({ ...experiment, ...found }).map(([name, value]) => [
        name,
        typeof value === 'number' ? written(name, value) : String(value),
      ]);
      const name = isChoice(key) ? `${t(fieldOf(key).label)}: ${t(entry.name)}` : t(entry.name);
      return { key, name, line: t(entry.evidence, Object.fromEntries(places)) };
    });
  return (
    <section>
      <h2>{t(readingTexts.atWork)}</h2>
      {lines.length === 0 && <p className="quiet">{t(readingTexts.noneAtWork)}</p>}
      <dl className="at-work">
        {lines.map(({ key, name, line }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{line}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
