import { type ComponentType, createContext, useId, useState } from 'react';
import type { Localized } from '../../../base/localized';
import { chartTexts } from '../../../i18n/charts';
import { useTranslate } from '../../../i18n/translate';

/** The tabs of the deck that a card lies in; they stand where the card's title would. */
export interface DeckTabs {
  readonly tabs: readonly { readonly id: string; readonly title: Localized }[];
  readonly chosen: string;
  choose(id: string): void;
}

/** Tells a card the deck it lies in, if any. */
export const Deck = createContext<DeckTabs | null>(null);

interface CardDeckProps {
  readonly cards: readonly {
    readonly id: string;
    readonly title: Localized;
    readonly Card: ComponentType;
  }[];
}

/** Cards that share one place: one is shown, and the titles of all are its tabs. */
export function CardDeck({ cards }: CardDeckProps) {
  const [chosen, choose] = useState(cards[0]?.id ?? '');
  const Card = cards.find(({ id }) => id === chosen)?.Card;
  return <Deck value={{ tabs: cards, chosen, choose }}>{Card && <Card />}</Deck>;
}

/** The tabs as one row of radio buttons that looks like titles. */
export function Tabs({ tabs, chosen, choose }: DeckTabs) {
  const t = useTranslate();
  const group = useId();
  return (
    <fieldset className="deck-tabs">
      <legend className="unseen">{t(chartTexts.deck)}</legend>
      {tabs.map(({ id, title }) => (
        <label key={id}>
          <input type="radio" name={group} checked={id === chosen} onChange={() => choose(id)} />
          {t(title)}
        </label>
      ))}
    </fieldset>
  );
}
