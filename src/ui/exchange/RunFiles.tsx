import { useState } from 'react';
import { runCsv } from '../../exchange/runCsv';
import { exchangeTexts as texts } from '../../i18n/exchange';
import { runFileTexts } from '../../i18n/runFile';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { runJson, takeRunFile } from '../../state/saved/file';
import { runNow } from '../../state/saved/pins';
import type { RunFileOutcome } from '../../state/store/problems';
import { shownRecording } from '../../state/store/run';
import { FileChoice } from '../data/FileChoice';
import { save } from '../save';

/** The run on screen as a file, and a run from a file. */
export function RunFiles() {
  const t = useTranslate();
  const run = useApp((state) => state.run);
  const [outcomes, say] = useState<readonly RunFileOutcome[]>([]);
  const recording = shownRecording(run);
  const hasRecords = recording !== null;

  function saveCsv() {
    if (recording) save(new Blob([runCsv(recording.history)], { type: 'text/csv' }), 'run.csv');
  }

  function saveJson() {
    const now = runNow('run');
    if (!now) return;
    const text = runJson(now, run.backend?.backend ?? null);
    save(new Blob([text], { type: 'application/json' }), 'run.json');
  }

  async function read(file: File | undefined) {
    if (!file) return;
    say(await takeRunFile(file));
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
      <FileChoice
        label={t(texts.read)}
        accept="application/json,.json"
        onFiles={([file]) => void read(file)}
      />
      <p role="status">
        {outcomes.map((outcome) => t(runFileTexts[outcome.kind], { ...outcome })).join(' ')}
      </p>
    </>
  );
}
