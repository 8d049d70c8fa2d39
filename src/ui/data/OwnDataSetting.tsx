import { lazy, useEffect, useRef } from 'react';
import { tableOf } from '../../catalog/datasets/tables';
import { dataTexts as texts } from '../../i18n/data';
import { formatCount } from '../../i18n/numbers';
import { useTranslate } from '../../i18n/translate';
import { useApp, useOwnData } from '../../state/hooks';
import { ownData } from '../../state/store/ownData';
import { LoadedPart } from '../layout/LoadedPart';

const DataChoice = lazy(() =>
  import('./DataChoice').then((module) => ({ default: module.DataChoice })),
);

/** Under the choice of a dataset: the person's own file, and the dialog that chooses it. */
export function OwnDataSetting() {
  const t = useTranslate();
  const { dataset, dataHash } = useApp((state) => state.experiment);
  const isAwaited = useOwnData((state) => state.awaited !== null);
  const expected = useOwnData((state) => state.expected?.name);
  const table = dataset === 'ownData' ? tableOf(dataHash) : undefined;
  const task = table && (table.task.kind === 'classification' ? texts.classes : texts.oneTarget);
  return (
    <div className="own-data">
      {table && task && (
        <p>
          {t(texts.summary, {
            name: table.name,
            rows: formatCount(table.rows),
            inputs: table.inputs.length,
            task: t(task, { count: table.classes.length }),
          })}
        </p>
      )}
      {isAwaited && expected && <p>{t(texts.expected, { name: expected })}</p>}
      <button
        type="button"
        className="link-button"
        onClick={() => ownData.setState({ isOpen: true })}
      >
        {t(table ? texts.change : texts.open)}
      </button>
    </div>
  );
}

/** The dialog that chooses a file and its columns, over the page. */
export function OwnDataDialog() {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = useOwnData((state) => state.isOpen);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      className="sheet exchange-dialog"
      aria-label={t(texts.title)}
      onClose={() => ownData.setState({ isOpen: false })}
    >
      <div className="sheet-header">
        <h2>{t(texts.title)}</h2>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {t(texts.close)}
        </button>
      </div>
      {isOpen && (
        <LoadedPart>
          <DataChoice />
        </LoadedPart>
      )}
    </dialog>
  );
}
