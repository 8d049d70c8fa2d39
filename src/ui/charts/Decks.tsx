import { chartTexts as texts } from '../../i18n/charts';
import { CardDeck } from './card/Deck';
import { ChainRule } from './factors/ChainRule';
import { AccuracyChart } from './overTime/AccuracyChart';
import { LossChart } from './overTime/LossChart';
import { Pipeline } from './pipeline/Pipeline';

const learning = [
  { id: 'loss', title: texts.lossTitle, Card: LossChart },
  { id: 'accuracy', title: texts.accuracyTitle, Card: AccuracyChart },
];

const mechanism = [
  { id: 'factors', title: texts.factorsTitle, Card: ChainRule },
  { id: 'pipeline', title: texts.pipelineTitle, Card: Pipeline },
];

/** What training achieves. */
export function Learning() {
  return <CardDeck cards={learning} />;
}

/** How the gradient comes about and what becomes of it. */
export function Mechanism() {
  return <CardDeck cards={mechanism} />;
}
