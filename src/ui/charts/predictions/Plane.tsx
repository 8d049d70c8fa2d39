import { useEffect, useRef } from 'react';
import type { Data, Rows } from '../../../experiment/data';
import type { Predictions } from '../../../history/inspection';
import { pictureTexts as texts } from '../../../i18n/pictures';
import { useTranslate } from '../../../i18n/translate';
import { ClassMarks } from './ClassMarks';
import { classesOf, mostPoints, type SamplePoint, useClassColors } from './samples';

type PlaneOf = Extract<Predictions, { kind: 'plane' }>;

interface PlaneProps {
  readonly plane: PlaneOf;
  readonly data: Data;
  readonly rows: Rows;
  readonly name: string;
}

/** Side of the picture in cells of its own coordinates. */
const side = 100;

/** What the network says at every point of the plane, with the samples: shape and color tell the class. */
export function Plane({ plane, data, rows, name }: PlaneProps) {
  const t = useTranslate();
  const canvas = useRef<HTMLCanvasElement>(null);
  const colors = useClassColors();
  useEffect(() => {
    if (canvas.current) paint(canvas.current, plane, data, colors);
  }, [plane, data, colors]);
  const hasClasses = classesOf(data) > 0;
  return (
    <div className="plane" role="img" aria-label={name}>
      <canvas ref={canvas} width={plane.columns} height={plane.rows} />
      <svg viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
        {samplesOf(data, rows, plane).map(([kind, places]) => (
          <ClassMarks
            key={kind}
            {...{ kind, places }}
            name={hasClasses ? t(texts.classNumber, { kind }) : undefined}
          />
        ))}
      </svg>
    </div>
  );
}

/** Where the first samples lie, by their class. */
function samplesOf(data: Data, rows: Rows, { bounds: { x, y } }: PlaneOf) {
  const samples = new Map<number, SamplePoint[]>();
  const along = (value: number, [low, high]: readonly [number, number]) =>
    (side * (value - low)) / (high - low);
  for (let row = 0; row < Math.min(rows.count, mostPoints); row++) {
    const kind = classOf(data, rows.targets.subarray(row * data.outputs, (row + 1) * data.outputs));
    const places = samples.get(kind) ?? [];
    places.push({
      x: along(rows.features[2 * row] ?? 0, x),
      y: side - along(rows.features[2 * row + 1] ?? 0, y),
    });
    samples.set(kind, places);
  }
  return [...samples].sort(([a], [b]) => a - b);
}

/** The class of a target, where there are classes; 0 elsewhere. */
function classOf({ task, labels }: Data, target: Float32Array): number {
  if (labels) return labels.classOf(target[0] ?? 0);
  return task.kind === 'classification' ? target.indexOf(1) : 0;
}

/**
 * One pixel per cell: the class by color, confidence by strength; a real output by strength alone, in no class's color where
 * there are classes.
 */
function paint(
  canvas: HTMLCanvasElement,
  plane: PlaneOf,
  { task, labels }: Data,
  colors: readonly string[],
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const surface = labels ? getComputedStyle(canvas).getPropertyValue('--ink-2').trim() : colors[0];
  const classes = task.kind === 'classification' ? task.classes : 0;
  const finite = plane.values.filter(Number.isFinite);
  const low = Math.min(...finite);
  const span = Math.max(...finite) - low || 1;
  context.clearRect(0, 0, plane.columns, plane.rows);
  plane.values.forEach((value, cell) => {
    const confidence = plane.confidence[cell] ?? 0;
    const isClass = classes > 0;
    const isKnown = isClass ? value >= 0 && Number.isFinite(confidence) : Number.isFinite(value);
    if (!isKnown) return;
    const sure = (confidence - 1 / classes) / (1 - 1 / classes);
    const share = (value - low) / span;
    context.fillStyle = (isClass ? colors[value % colors.length] : surface) ?? '';
    context.globalAlpha = isClass ? 0.08 + 0.5 * sure : 0.65 * share;
    context.fillRect(cell % plane.columns, plane.rows - 1 - Math.floor(cell / plane.columns), 1, 1);
  });
}
