import { learnTexts as texts } from '../../../i18n/learn';
import { useTranslate } from '../../../i18n/translate';
import { useApp } from '../../../state/hooks';
import { openPart } from '../../../state/run/actions';
import { learnParts } from '../../../state/store/app';
import { Glossary } from '../../words/Glossary';
import { Claims } from './Claims';
import { Lessons } from './Lessons';
import { Scenarios } from './Scenarios';
import './learn.css';

const lists = { lessons: Lessons, scenarios: Scenarios, claims: Claims, words: Glossary };

/** What there is to learn from: lessons, scenarios, claims and words. */
export function Learn() {
  const t = useTranslate();
  const shown = useApp((state) => state.learnPart);
  const List = lists[shown];
  return (
    <div className="learn">
      <nav className="learn-parts" aria-label={t(texts.parts)}>
        {learnParts.map((part) => (
          <button
            key={part}
            type="button"
            className="button"
            aria-current={part === shown ? 'true' : undefined}
            onClick={() => openPart(part)}
          >
            {t(texts[part])}
          </button>
        ))}
      </nav>
      <List />
    </div>
  );
}
