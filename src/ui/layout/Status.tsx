import { stepsPerEpoch } from '../../experiment/data';
import { formatCount, formatMeasure } from '../../i18n/numbers';
import { pageTexts } from '../../i18n/page';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { currentStep, shownRecording } from '../../state/store/run';
import { backendName } from '../panels/backendName';

/**
 * Step, loss, what computes and how fast, and epoch: each number in a place of fixed width. What a narrow bar has no room for is left
 * out, the last first.
 */
export function Counters() {
  const t = useTranslate();
  const run = useApp((state) => state.run);
  const step = currentStep(run);
  const { backend, state } = run;
  const pace = run.state === 'running' ? run.pace : 0;
  const recording = shownRecording(run);
  const loss = recording?.history.at(recording.history.length - 1, 'loss');
  const epochs = recording ? Math.floor(step / stepsPerEpoch(recording.began)) : 0;
  const doing = {
    preparing: t(pageTexts.preparing),
    running: pace > 0 ? t(pageTexts.pace, { pace: formatCount(Math.round(pace)) }) : '–',
    failed: t(pageTexts.stopped),
    ready: '–',
    nonFinite: '–',
    refused: '–',
  } satisfies Record<typeof state, string>;
  const counters = [
    ['step', t(pageTexts.stepCount), formatCount(step)],
    ['loss', t(pageTexts.lossValue), loss === undefined ? '–' : formatMeasure(loss)],
    ['pace', backend ? t(backendName(backend)) : '…', doing[state]],
    ['epoch', t(pageTexts.epochCount), formatCount(epochs)],
  ] as const;
  return (
    <dl className="counters">
      {counters.map(([id, name, value]) => (
        <div key={id} className={`counter-${id}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
