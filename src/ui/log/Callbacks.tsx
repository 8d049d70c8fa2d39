import { useState } from 'react';
import { type Logged, shortCallbacks } from '../../code/callbacks';
import { logTexts as texts } from '../../i18n/log';
import { useTranslate } from '../../i18n/translate';
import { Segments } from '../charts/card/Segments';
import { CopyText } from '../exchange/CopyText';
import { frameworkNames } from '../exchange/frameworkNames';
import '../exchange/exchange.css';

/** A few lines that write a log, to be copied. */
export function Callbacks() {
  const t = useTranslate();
  const [chosen, choose] = useState<Logged>('torch');
  return (
    <section className="log-callbacks">
      <h3>{t(texts.callback)}</h3>
      <p className="quiet">{t(texts.callbackAbout)}</p>
      <Segments<Logged>
        legend={t(texts.framework)}
        segments={(['torch', 'lightning', 'keras'] as const).map((id) => ({
          id,
          label: frameworkNames[id],
        }))}
        chosen={chosen}
        onChoose={choose}
      />
      <CopyText label={frameworkNames[chosen]} text={shortCallbacks[chosen]} rows={16} />
    </section>
  );
}
