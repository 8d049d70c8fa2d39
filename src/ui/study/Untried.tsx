import { useMemo } from 'react';
import { safeguards } from '../../catalog/safeguards';
import { differences } from '../../experiment/change';
import type { Experiment, Key } from '../../experiment/schema';
import { useTranslate } from '../../i18n/translate';
import { placeTexts as places } from '../../i18n/untried';
import { untreated, type Variant, variantsOf } from '../../study/variants';

type Place = keyof typeof places;

/** Where the settings act that are no safeguards of their own. */
const placeOfSetting: Readonly<Partial<Record<Key, Place>>> = {
  initializer: 'weights',
  gain: 'weights',
  normalization: 'network',
  residual: 'network',
  activation: 'network',
  optimizer: 'update',
  learningRate: 'rate',
};

/** What there is to try on an experiment, in the places of a training step where it acts. */
export function Untried({ experiment }: { readonly experiment: Experiment }) {
  const t = useTranslate();
  const variants = useMemo(() => variantsOf(experiment), [experiment]);
  const bare = variants.find(({ id }) => id === untreated)?.experiment ?? experiment;
  return (
    <dl className="untried">
      {(Object.keys(places) as Place[]).map((place) => {
        const here = variants.filter((variant) => placeOf(variant, bare) === place);
        return (
          here.length > 0 && (
            <div key={place}>
              <dt>{t(places[place])}</dt>
              {here.map(({ id, name }) => (
                <dd key={id}>{t(name)}</dd>
              ))}
            </div>
          )
        );
      })}
    </dl>
  );
}

function placeOf({ id, experiment }: Variant, bare: Experiment): Place | undefined {
  const stage = safeguards.find((safeguard) => safeguard.id === id)?.stage;
  const [first] = differences(bare, experiment);
  return stage ?? (first && placeOfSetting[first.key]);
}
