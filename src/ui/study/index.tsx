import type { View } from '../../state/app';
import { Learn } from './learn';
import { MapStudy } from './map/MapStudy';
import { Trials } from './Trials';
import './study.css';

const studies = { trials: Trials, map: MapStudy, learn: Learn };

/** A study of many experiments, by the view it has on the page. */
export function Studies({ view }: { readonly view: Exclude<View, 'training'> }) {
  const Study = studies[view];
  return <Study />;
}
