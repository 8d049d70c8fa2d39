import { useState } from 'react';
import { runCsv } from '../../exchange/runCsv';
import { exchangeTexts as texts } from '../../i18n/exchange';
import { useTranslate } from '../../i18n/translate';
import { keep, keptNow } from '../../state/baselines';
import { useApp } from '../../state/hooks';
import { fileLimit, readRunJson, runJson } from '../../state/saved/file';
import { save } from '../save';

/** The run on screen as a file, and a run from a file. */
export function RunFiles() {
  const t = useTranslate();
  const run = useApp((state) => state.run);
  const [said, say] = useState('');
  const hasRecords = (run.history?.length ?? 0) > 0;

  function saveCsv() {
    if (run.history) save(new Blob([runCsv(run.history)], { type: 'text/csv' }), 'run.csv');
  }

  function saveJson() {
    const kept = keptNow('run');
    if (!kept) return;
    const text = runJson(kept, run.backend?.backend ?? null);
    save(new Blob([text], { type: 'application/json' }), 'run.json');
  }

  async function read(file: File | undefined) {
    if (!file) return;
    if (file.size > fileLimit) {
      say(t(texts.fileTooLarge, { limit: fileLimit / 1e6 }));
      return;
    }
    const found = readRunJson(await file.text());
    if ('kind' in found) {
      say(t(texts[found.kind], { ...found }));
      return;
    }
    const isPinned = keep(found);
    say(t(isPinned ? texts.readDone : texts.readShelved, { name: found.name }));
  }

  return (
    <>
      <p className="quiet">{t(texts.runAbout)}</p>
      <div className="exchange-buttons">
        <button type="button" className="button" disabled={!hasRecords} onClick={saveCsv}>
          {t(texts.saveCsv)}
        </button>
        <button type="button" className="button" disabled={!hasRecords} onClick={saveJson}>
          {t(texts.saveJson)}
        </button>
      </div>
      <label className="file-choice">
        {t(texts.read)}
        <input
          type="file"
          accept="application/json,.json"
          onChange={({ currentTarget }) => void read(currentTarget.files?.[0])}
        />
      </label>
      <p role="status">{said}</p>
    </>
  );
}
