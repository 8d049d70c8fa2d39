import { use } from 'react';
import { chartTexts as texts } from '../../../i18n/charts';
import { useTranslate } from '../../../i18n/translate';
import { chooseQuantity } from '../../../state/run/actions';
import { type Quantity, quantities } from '../../../state/store/app';
import { Segments } from '../card/Segments';
import { quantityTexts } from '../source/quantityTexts';
import { LogSource } from '../source/source';

/** Chooses the per-layer quantity that the charts show, of those that a log holds where one is shown. */
export function QuantitySwitch({ quantity }: { quantity: Quantity }) {
  const t = useTranslate();
  const held = use(LogSource)?.records?.history.shape.layers;
  const segments = quantities
    .filter((id) => held?.includes(id) ?? true)
    .map((id) => ({
      id,
      label: quantityTexts[id].short,
      name: t(quantityTexts[id].name),
    }));
  return (
    <Segments
      legend={t(texts.quantity)}
      segments={segments}
      chosen={quantity}
      onChoose={chooseQuantity}
    />
  );
}
