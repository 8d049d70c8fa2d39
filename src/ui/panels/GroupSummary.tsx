import { safeguardsOn } from '../../experiment/relevance';
import type { Key, sections } from '../../experiment/schema';
import { controlTexts } from '../../i18n/controls';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { describe } from './describe';

type Section = (typeof sections)[number]['id'];

/** What tells a group in short. Of the safeguards it is how many are on. */
const telling: Readonly<Record<Exclude<Section, 'safeguards'>, readonly Key[]>> = {
  data: ['dataset', 'samples'],
  network: ['depth', 'width', 'activation'],
  training: ['optimizer', 'learningRate'],
  run: ['seed'],
};

/** What is chosen in a group of settings, in short, for when it is closed. */
export function GroupSummary({ section }: { readonly section: Section }) {
  const t = useTranslate();
  const experiment = useApp((state) => state.experiment);
  const said =
    section === 'safeguards'
      ? t(controlTexts.inForce, { count: safeguardsOn(experiment).length })
      : telling[section].map((key) => t(describe(key, experiment[key]))).join(' · ');
  return <small className="group-summary">{said}</small>;
}
