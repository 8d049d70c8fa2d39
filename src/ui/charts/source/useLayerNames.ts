import { use } from 'react';
import { chartTexts as texts } from '../../../i18n/charts';
import { useTranslate } from '../../../i18n/translate';
import { LogSource } from './source';

/** Gives what a layer is called in a network of a depth. */
export type LayerNames = (layer: number, depth: number) => string;

/** Layers by their numbers, the last one as the output layer; those of a log by their own names too. */
export function useLayerNames(): LayerNames {
  const t = useTranslate();
  const log = use(LogSource);
  return (layer, depth) => {
    const name = log?.names[layer - 1];
    const number = t(layer === depth && !name ? texts.outputLayer : texts.layerNumber, { layer });
    return name ? `${number}: ${name}` : number;
  };
}
