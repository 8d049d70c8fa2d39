import { useMemo, useState } from 'react';
import { dataProblemTexts as problems, dataTexts as texts } from '../../i18n/data';
import { formatCount, formatMeasure } from '../../i18n/numbers';
import { useTranslate } from '../../i18n/translate';
import { preview, takeData } from '../../state/files/takeData';
import { expectedChoice, type OpenedFile } from '../../state/store/ownData';
import {
  type Choice,
  guess,
  guessTarget,
  isIndex,
  isNearlyEmpty,
  kindOf,
  likelyInputs,
  possibleInputs,
} from '../../table/choose';
import type { Column } from '../../table/sheet';
import { Segments } from '../charts/card/Segments';

/** The columns of a file: which one is learned, and from which. */
export function Columns({ file }: { readonly file: OpenedFile }) {
  const t = useTranslate();
  const { columns, rows } = file.sheet;
  const places = columns.map((column, place) => ({ place, column }));
  const [choice, choose] = useState<Choice>(() => expectedChoice(file) ?? guess(file.sheet));
  const found = useMemo(() => preview(file, choice), [file, choice]);
  const possible = possibleInputs(columns, choice.target);
  const guessed = guessTarget(file.sheet);
  const strange = columns.filter(({ firstStrange }) => firstStrange);
  const toggle = (column: number) =>
    possible.filter((other) => choice.inputs.includes(other) !== (other === column));
  return (
    <>
      <p>
        <strong>
          {t(texts.found, { name: file.name, rows: formatCount(rows), columns: columns.length })}
        </strong>
      </p>
      <div className="data-choices">
        <label>
          {t(texts.target)}{' '}
          <select
            value={choice.target}
            onChange={({ currentTarget }) => {
              const target = Number(currentTarget.value);
              const inputs = likelyInputs(columns, target);
              choose({ target, kind: kindOf(columns[target]), inputs });
            }}
          >
            {places.map(({ place, column }) => (
              <option key={place} value={place}>
                {column.name}
              </option>
            ))}
          </select>
        </label>
        <Segments<Choice['kind']>
          legend={t(texts.task)}
          segments={(['classification', 'regression'] as const).map((id) => ({
            id,
            label: t(texts[id]),
          }))}
          chosen={choice.kind}
          onChoose={(kind) => choose({ ...choice, kind })}
        />
      </div>
      {choice.target === guessed.target && (
        <p className="quiet">{t(texts.targetGuess[guessed.reason])}</p>
      )}
      <div className="data-columns">
        <table>
          <thead>
            <tr>
              {[texts.inputs, texts.values, texts.missing].map((text) => (
                <th key={text.en} scope="col">
                  {t(text)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map(({ place, column }) => (
              <tr key={place}>
                <th scope="row">
                  <label>
                    <input
                      type="checkbox"
                      checked={choice.inputs.includes(place)}
                      disabled={!possible.includes(place)}
                      onChange={() => choose({ ...choice, inputs: toggle(place) })}
                    />{' '}
                    {column.name}
                  </label>
                </th>
                <td>
                  {t(...valuesOf(column))}
                  {isIndex(column) && ` · ${t(texts.isIndex)}`}
                  {isNearlyEmpty(column) && ` · ${t(texts.nearlyEmpty)}`}
                </td>
                <td>
                  {column.firstMissing
                    ? t(texts.missingAt, {
                        count: formatCount(column.missing),
                        line: formatCount(column.firstMissing.line),
                      })
                    : '0'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div role="status">
        {strange.map(({ name, strange: count, firstStrange }) => (
          <p key={name} className="data-problem">
            {t(texts.strange, { name, count: formatCount(count), ...firstStrange })}
          </p>
        ))}
        {'kind' in found ? (
          <p className="data-problem">{t(problems[found.kind], { ...found })}</p>
        ) : (
          <p>
            {t(found.left > 0 ? texts.left : texts.taken, {
              rows: formatCount(found.rows),
              left: formatCount(found.left),
            })}
          </p>
        )}
      </div>
      <button
        type="button"
        className="button primary"
        disabled={'kind' in found}
        onClick={() => takeData(file, choice)}
      >
        {t(texts.use)}
      </button>
    </>
  );
}

function valuesOf({ words, numbers }: Column): Parameters<ReturnType<typeof useTranslate>> {
  if (words) return [texts.words, { count: formatCount(new Set(words.filter(Boolean)).size) }];
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of numbers) {
    if (value < from) from = value;
    if (value > to) to = value;
  }
  return [texts.range, { from: formatMeasure(from), to: formatMeasure(to) }];
}
