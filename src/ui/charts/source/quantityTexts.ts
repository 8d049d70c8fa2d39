import type { Localized } from '../../../base/localized';
import { chartTexts as texts } from '../../../i18n/charts';
import type { WordId } from '../../../learn/glossary/ids';
import type { Quantity } from '../../../state/store/app';

interface QuantityText {
  /** As a switch names it. */
  readonly short: string;
  /** As a sentence names it. */
  readonly symbol: string;
  readonly title: Localized;
  readonly name: Localized;
  /** The word of the glossary behind it. */
  readonly word: WordId;
  readonly reference: ReferenceText;
}

/** How what a quantity is compared with is called. */
interface ReferenceText {
  /** In a subtitle, where color tells it. */
  readonly color: Localized;
  readonly perLayer: Localized;
  /** Of a factor. */
  readonly over: Localized;
  readonly summary: Localized;
}

const output: ReferenceText = {
  color: texts.colorIsAmplification,
  perLayer: texts.oneRowPerLayer,
  over: texts.amplification,
  summary: texts.heatMapSummary,
};

const input: ReferenceText = {
  color: texts.colorOverInput,
  perLayer: texts.perLayerOverInput,
  over: texts.overInput,
  summary: texts.overInputSummary,
};

/** How each quantity is written and called. */
export const quantityTexts: Readonly<Record<Quantity, QuantityText>> = {
  gradH: {
    short: '∂L/∂h',
    symbol: '‖∂L/∂h‖',
    title: texts.gradHTitle,
    name: texts.gradHName,
    word: 'gradientNorm',
    reference: output,
  },
  gradW: {
    short: '∂L/∂W',
    symbol: '‖∂L/∂W‖',
    title: texts.gradWTitle,
    name: texts.gradWName,
    word: 'gradientNorm',
    reference: output,
  },
  gradB: {
    short: '∂L/∂b',
    symbol: '‖∂L/∂b‖',
    title: texts.gradBTitle,
    name: texts.gradBName,
    word: 'gradientNorm',
    reference: output,
  },
  weight: {
    short: '‖W‖',
    symbol: '‖W‖',
    title: texts.weightTitle,
    name: texts.weightName,
    word: 'frobeniusNorm',
    reference: output,
  },
  update: {
    short: '‖Δθ‖/‖θ‖',
    symbol: '‖Δθ‖/‖θ‖',
    title: texts.updateTitle,
    name: texts.updateName,
    word: 'updateRatio',
    reference: output,
  },
  actRms: {
    short: 'RMS(h)',
    symbol: 'RMS(h)',
    title: texts.actRmsTitle,
    name: texts.actRmsName,
    word: 'activation',
    reference: input,
  },
};
