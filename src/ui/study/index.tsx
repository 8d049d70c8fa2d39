import type { View } from '../../state/store/app';
import { LogStudy } from '../log';
import { Learn } from './learn';
import { MapStudy } from './map/MapStudy';
import { Trials } from './Trials';
import './study.css';

const studies = { trials: Trials, map: MapStudy, log: LogStudy, learn: Learn };

/** A study of many experiments, by the view it has on the page. */
export function Studies({ view }: { readonly view: Exclude<View, 'training'> }) {
  const Study = studies[view];
  return <Study />;
}
