import { useTranslate } from '../../i18n/translate';
import { wordTexts as texts } from '../../i18n/words';
import { words } from '../../learn/glossary';
import type { WordId } from '../../learn/glossary/ids';
import { openWord } from '../../state/learn/openWord';
import { Formula } from './Formula';

interface WordCardProps {
  readonly id: WordId;
  /** Whether it leads to the glossary. */
  readonly hasLink?: boolean;
  /** What the term is: a heading, but for a help among the settings, which has none above it. */
  readonly title?: 'h3' | 'strong';
}

/** A word of the glossary: the term in both languages, its meaning, its formula, and where it is from. */
export function WordCard({ id, hasLink = false, title: Title = 'h3' }: WordCardProps) {
  const t = useTranslate();
  const { term, text, formula, source } = words[id];
  const other = t(term) === term.en ? term['zh-CN'] : term.en;
  return (
    <div className="word-card">
      <Title>
        {t(term)}{' '}
        {other !== t(term) && <small lang={other === term.en ? 'en' : 'zh-CN'}>{other}</small>}
      </Title>
      <p>{t(text)}</p>
      {formula && <Formula tex={formula} />}
      {source && (
        <p className="quiet" lang="en">
          {source.authors} ({source.year}). <cite>{source.title}</cite>.
        </p>
      )}
      {hasLink && (
        <button type="button" className="link-button" onClick={() => openWord(id)}>
          {t(texts.glossary)}
        </button>
      )}
    </div>
  );
}
