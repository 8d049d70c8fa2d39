import { fieldOf } from '../../../experiment/schema';
import { mapTexts as texts } from '../../../i18n/map';
import type { Translate } from '../../../i18n/translate';
import type { StabilityMap } from '../../../state/studies/maps';
import { hasAccuracy } from '../../../study/map/cells';
import type { MapPlan } from '../../../study/map/plan';
import type { CellLook } from './looks';
import { type MapScale, scaleOf } from './scale';

/** What is drawn of a map, its texts in the page's language. */
export interface Picture extends Pick<StabilityMap, 'plan' | 'cells' | 'boundary'> {
  readonly scale: MapScale;
  readonly names: {
    readonly x: string;
    readonly y: string;
    readonly measure: string;
    readonly boundary: string;
    readonly looks: Readonly<Record<CellLook, string>>;
  };
}

/** What is drawn of a map as far as it is known. */
export function pictureOf(map: StabilityMap, t: Translate): Picture {
  const { plan, cells, boundary } = map;
  return {
    ...{ plan, cells, boundary },
    scale: scaleOf(plan, cells),
    names: {
      x: t(fieldOf(plan.x.key).label),
      y: t(fieldOf(plan.y.key).label),
      measure: t(texts[measureName(plan)]),
      boundary: t(texts.boundary),
      looks: {
        notFinite: t(texts.notFinite),
        finite: t(texts.finite),
        lost: t(texts.lostKey),
        impossible: t(texts.impossible),
      },
    },
  };
}

/** The name of a plan's measure: R² stands for the accuracy of a regression. */
export function measureName({ measure, experiment }: MapPlan) {
  return measure === 'accuracy' && !hasAccuracy(experiment) ? 'skill' : measure;
}
