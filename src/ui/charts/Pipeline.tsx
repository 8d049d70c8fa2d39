import { chartTexts as texts } from '../../i18n/charts';
import { formatCount, formatMeasure } from '../../i18n/numbers';
import { useTranslate } from '../../i18n/translate';
import { ChartCard } from './ChartCard';
import { EmptyCard } from './EmptyCard';
import { PipelinePlot } from './PipelinePlot';
import { stagePoints } from './stages';
import { useTurn } from './useTurn';

/** The norm of each layer's gradient from the backward pass through every stage to the applied update. */
export function Pipeline() {
  const { run, experiment, index } = useTurn();
  const t = useTranslate();
  const { history } = run;
  const title = t(texts.pipelineTitle);
  if (!history?.length) return <EmptyCard title={title} />;
  const { depth } = history.shape;
  const points = stagePoints(history, index, experiment);
  const names = points.map(({ name }) => t(name));
  const layers = Array.from({ length: depth }, (_, offset) => offset + 1);
  const summary = t(texts.pipelineSummary, {
    step: formatCount(history.at(index, 'step')),
    raw: formatMeasure(points[0]?.norms[0] ?? 0),
    applied: formatMeasure(points.at(-1)?.norms[0] ?? 0),
  });
  return (
    <ChartCard
      title={title}
      subtitle={t(texts.pipelineSubtitle)}
      note={t(texts.pipelineNote)}
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
        <PipelinePlot size={size} name={`${title}. ${summary}`} points={points} depth={depth} />
      )}
    </ChartCard>
  );
}
