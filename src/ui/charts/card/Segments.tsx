import { useId } from 'react';
import './segments.css';

interface Segment<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** Added to the label for those who do not see it. */
  readonly name?: string;
}

interface SegmentsProps<Id extends string> {
  readonly legend: string;
  readonly segments: readonly Segment<Id>[];
  readonly chosen: Id;
  /** Whether a person named the segments, so that a label may be too long for its place. */
  readonly isNamed?: boolean;
  onChoose(id: Id): void;
}

/** A group of radio buttons drawn as one switch. */
export function Segments<Id extends string>(props: SegmentsProps<Id>) {
  const { legend, segments, chosen, isNamed = false, onChoose } = props;
  const group = useId();
  return (
    <fieldset className={isNamed ? 'chart-segments named' : 'chart-segments'}>
      <legend className="unseen">{legend}</legend>
      {segments.map(({ id, label, name }) => (
        <label key={id}>
          <input type="radio" name={group} checked={id === chosen} onChange={() => onChoose(id)} />
          <span title={isNamed ? label : undefined}>{label}</span>
          {name && <span className="unseen"> {name}</span>}
        </label>
      ))}
    </fieldset>
  );
}
