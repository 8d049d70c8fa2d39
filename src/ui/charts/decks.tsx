import { chartTexts as texts } from '../../i18n/charts';
import { AccuracyChart } from './AccuracyChart';
import { CardDeck } from './Deck';
import { ChainRule } from './factors/ChainRule';
import { LossChart } from './LossChart';
import { Pipeline } from './Pipeline';

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
