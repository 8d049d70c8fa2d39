import type { Localized } from '../../base/localized';
import { learnTexts as texts } from '../../i18n/learn';
import { formatCount, formatMeasure } from '../../i18n/numbers';
import { useTranslate } from '../../i18n/translate';
import type { Finding } from '../../learn/checks';

interface CheckLineProps {
  /** What is expected. */
  readonly text: Localized;
  readonly found: Finding | null;
}

/** One expectation, whether it came true, and what was measured. */
export function CheckLine({ text, found }: CheckLineProps) {
  const t = useTranslate();
  const write = found?.isStep ? formatCount : formatMeasure;
  const look = found ? (found.holds ? 'yes' : 'no') : 'notYet';
  return (
    <li className={look}>
      <span aria-hidden="true">{{ yes: '✓', no: '✗', notYet: '…' }[look]}</span>
      <span>
        {t(text)}{' '}
        <b>
          {found
            ? t(texts.measured, { answer: t(texts[look]), value: write(found.measured) })
            : t(texts.notYet)}
        </b>
      </span>
    </li>
  );
}
