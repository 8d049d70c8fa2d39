import type { Factors } from '../../../history/factors';
import { chartTexts as texts } from '../../../i18n/charts';
import { useTranslate } from '../../../i18n/translate';
import { isFactor } from './factorAxis';

/** What the marks of the factors stand for. */
export function FactorKeys({ factors }: { readonly factors: readonly Factors[] }) {
  const t = useTranslate();
  return (
    <>
      <i className="factor-key bar" /> {t(texts.wholeFactor)} <i className="factor-key circle" />{' '}
      {t(texts.weightsFactor)} <i className="factor-key triangle" /> {t(texts.activationFactor)}
      {factors.some(({ skip }) => isFactor(skip) && skip !== 1) && (
        <>
          {' '}
          <i className="factor-key diamond" /> {t(texts.skipFactor)}
        </>
      )}
    </>
  );
}
