import { layersUpTo } from '../../../base/layers';
import { absent } from '../../../history/measures';
import { chartTexts as texts } from '../../../i18n/charts';
import { formatCount, formatMeasure } from '../../../i18n/numbers';
import { useTranslate } from '../../../i18n/translate';
import type { Baseline } from '../../../state/store/kept';
import { experimentAt } from '../../../state/store/run';
import { ChartCard } from '../card/ChartCard';
import { EmptyCard } from '../card/EmptyCard';
import { PinKeys, pinStyle } from '../colors/pins';
import { runSource } from '../source/source';
import { useStateInTurn } from '../source/useStateInTurn';
import { type PinnedWay, PipelinePlot } from './PipelinePlot';
import { type StagePoint, stagePoints } from './stages';

/** The norm of each layer's gradient from the backward pass through every stage to the applied update. */
export function Pipeline() {
  const { records, index, baselines } = useStateInTurn(runSource);
  const t = useTranslate();
  const title = t(texts.pipelineTitle);
  if (!records) return <EmptyCard title={title} />;
  const { history } = records;
  const { depth } = history.shape;
  const step = history.at(index, 'step');
  const points = stagePoints(history, index, experimentAt(records, step));
  const names = points.map(({ name }) => t(name));
  const layers = layersUpTo(depth);
  const summary = t(texts.pipelineSummary, {
    step: formatCount(step),
    raw: formatMeasure(points[0]?.norms[0] ?? 0),
    applied: formatMeasure(points.at(-1)?.norms[0] ?? 0),
  });
  return (
    <ChartCard
      title={title}
      word="safeguard"
      subtitle={t(texts.pipelineSubtitle)}
      note={
        <>
          {t(texts.pipelineNote)}
          {baselines.length > 0 && ` ${t(texts.pipelinePinned)}`} <PinKeys baselines={baselines} />
        </>
      }
      summary={summary}
      table={() => ({
        columns: [t(texts.layer), ...names],
        rows: layers.map((layer) => [
          t(texts.layerNumber, { layer }),
          ...points.map(({ norms }) => formatMeasure(norms[layer - 1] ?? 0)),
        ]),
      })}
    >
      {(size) => (
        <PipelinePlot
          {...{ size, points, depth }}
          name={`${title}. ${summary}`}
          pinned={baselines.map((baseline) => pinnedWay(baseline, points, step))}
        />
      )}
    </ChartCard>
  );
}

/** Layer 1 of a pinned run at a step, at the stages that it shares with the run on screen. */
function pinnedWay(baseline: Baseline, points: readonly StagePoint[], step: number): PinnedWay {
  const { id, name, history, experiment } = baseline;
  const isReached = step <= history.at(history.length - 1, 'step');
  const own = isReached ? stagePoints(history, history.indexOf(step), experiment) : [];
  const norms = points.map(
    (shared) => own.find((point) => point.id === shared.id)?.norms[0] ?? absent,
  );
  return { id, name, ...pinStyle(baseline), norms };
}
