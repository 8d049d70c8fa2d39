import { useState } from 'react';
import { useTranslate } from '../../i18n/translate';
import { wordTexts as texts } from '../../i18n/words';
import { words } from '../../learn/glossary';
import { type WordId, wordIds } from '../../learn/glossary/ids';
import { useApp } from '../../state/hooks';
import { WordCard } from './WordCard';
import './words.css';

/** Every word, to be searched in either language. */
export function Glossary() {
  const t = useTranslate();
  const asked = useApp((state) => state.word);
  const [wanted, want] = useState<string | null>(null);
  const search = wanted ?? (asked ? t(words[asked].term) : '');
  const found = wordIds.filter((id) => matches(id, search));
  return (
    <article className="study-card">
      <header>
        <h2>{t(texts.glossary)}</h2>
        <p className="quiet">{t(texts.about)}</p>
      </header>
      <label className="word-search">
        {t(texts.search)}
        <input
          type="search"
          value={search}
          onChange={({ currentTarget }) => want(currentTarget.value)}
        />
      </label>
      <p role="status" className="quiet">
        {t(texts.found, { count: found.length })}
      </p>
      <ul className="words">
        {found.map((id) => (
          <li key={id}>
            <WordCard id={id} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function matches(id: WordId, search: string): boolean {
  const { term, text } = words[id];
  const plain = search.trim().toLowerCase();
  return [term, text].some((said) =>
    Object.values(said).some((version) => version.toLowerCase().includes(plain)),
  );
}
