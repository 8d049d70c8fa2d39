import { useMemo } from 'react';
import type { ChoiceField, NumberField } from '../../../base/field';
import type { Localized } from '../../../base/localized';
import { enabling } from '../../../experiment/choices';
import { type Experiment, fieldOf, isKey, type Key } from '../../../experiment/schema';
import { mapTexts as texts } from '../../../i18n/map';
import { useTranslate } from '../../../i18n/translate';
import { useApp, useMaps } from '../../../state/hooks';
import { setUp } from '../../../state/studies/maps';
import { axisKeys, countField, type MapAxis, numberFieldOf, scales } from '../../../study/map/axis';
import { hasEffect, mapMeasures, stepsField } from '../../../study/map/plan';
import { mapPresets, usualAxis } from '../../../study/map/presets';
import { ChoiceControl } from '../../controls/ChoiceControl';
import { NumberControl } from '../../controls/NumberControl';
import { measureName } from './picture';

/** Chooses what a map varies and measures. */
export function MapForm() {
  const t = useTranslate();
  const experiment = useApp((state) => state.experiment);
  const setup = useMaps((state) => state.setup);
  const measures: ChoiceField = {
    ...{ kind: 'choice', label: texts.measure, change: 'view', default: setup.measure },
    options: mapMeasures.map((id) => {
      const name = measureName({ experiment, ...setup, measure: id });
      return { id, name: texts[name], summary: texts[`${name}About`] };
    }),
  };
  return (
    <div className="map-settings">
      <AxisForm
        name={texts.horizontal}
        axis={setup.x}
        other={setup.y.key}
        onChange={(x) => setUp({ x })}
      />
      <AxisForm
        name={texts.vertical}
        axis={setup.y}
        other={setup.x.key}
        onChange={(y) => setUp({ y })}
      />
      <fieldset>
        <legend>{t(texts.cell)}</legend>
        <ChoiceControl
          field={measures}
          value={setup.measure}
          onChange={(value) => {
            const measure = mapMeasures.find((id) => id === value);
            if (measure) setUp({ measure });
          }}
        />
        {setup.measure !== 'growth' && (
          <NumberControl
            field={stepsField}
            value={setup.steps}
            onChange={(steps) => setUp({ steps })}
          />
        )}
      </fieldset>
    </div>
  );
}

/** Maps worth making, each set up by its button. */
export function MapPresets() {
  const t = useTranslate();
  return (
    <fieldset className="map-presets">
      <legend className="unseen">{t(texts.presets)}</legend>
      {mapPresets.map(({ id, name, setup: preset }) => (
        <button key={id} type="button" className="button" onClick={() => setUp(preset)}>
          {t(name)}
        </button>
      ))}
    </fieldset>
  );
}

interface AxisFormProps {
  readonly name: Localized;
  readonly axis: MapAxis;
  /** The setting of the other axis. */
  readonly other: Key;
  onChange(axis: MapAxis): void;
}

function AxisForm({ name, axis, other, onChange }: AxisFormProps) {
  const t = useTranslate();
  const experiment = useApp((state) => state.experiment);
  const settings = useMemo(() => settingsBeside(other, experiment), [other, experiment]);
  const { help, word, ...limits } = numberFieldOf(axis.key);
  const bound = (label: Localized): NumberField => ({ ...limits, label, change: 'view' });
  return (
    <fieldset>
      <legend>{t(name)}</legend>
      <ChoiceControl
        field={settings}
        value={axis.key}
        onChange={(key) => isKey(key) && onChange({ ...usualAxis(key), count: axis.count })}
      />
      <NumberControl
        field={bound(texts.from)}
        value={axis.from}
        onChange={(from) => onChange({ ...axis, from })}
      />
      <NumberControl
        field={bound(texts.to)}
        value={axis.to}
        onChange={(to) => onChange({ ...axis, to })}
      />
      <NumberControl
        field={countField}
        value={axis.count}
        onChange={(count) => onChange({ ...axis, count })}
      />
      <ChoiceControl
        field={scaleFieldOf(axis)}
        value={axis.from > 0 ? axis.scale : 'linear'}
        onChange={(value) => {
          const scale = scales.find((id) => id === value);
          if (scale) onChange({ ...axis, scale });
        }}
      />
    </fieldset>
  );
}

/** The settings that can vary beside another; what has to be put in force for one is named with it. */
function settingsBeside(other: Key, experiment: Experiment): ChoiceField {
  const keys = axisKeys.filter((key) =>
    hasEffect({
      ...{ experiment, measure: 'growth', steps: 0 },
      ...{ x: usualAxis(key), y: usualAxis(other) },
    }),
  );
  return {
    ...{ kind: 'choice', label: texts.setting, change: 'view', default: other },
    options: keys.map((id) => ({ id, name: nameOf(id, experiment) })),
  };
}

function nameOf(key: Key, experiment: Experiment): Localized {
  const { label } = fieldOf(key);
  const [choice] = Object.entries(enabling(experiment, key));
  if (!choice || !isKey(choice[0])) return label;
  const owner = fieldOf(choice[0]);
  const option = owner.kind === 'choice' && owner.options.find(({ id }) => id === choice[1]);
  const name = option ? option.name : owner.label;
  return {
    en: `${label.en} (${name.en})`,
    'zh-CN': `${label['zh-CN']}（${name['zh-CN']}）`,
  };
}

function scaleFieldOf({ from }: MapAxis): ChoiceField {
  return {
    ...{ kind: 'choice', label: texts.scale, change: 'view', default: 'linear' },
    options: scales
      .filter((id) => id === 'linear' || from > 0)
      .map((id) => ({ id, name: texts[id] })),
  };
}
