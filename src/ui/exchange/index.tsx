import { useState } from 'react';
import { exchangeTexts as texts } from '../../i18n/exchange';
import { useTranslate } from '../../i18n/translate';
import { Segments } from '../charts/card/Segments';
import { Code } from './Code';
import { Embed } from './Embed';
import { RunFiles } from './RunFiles';
import './exchange.css';

const parts = { embed: Embed, run: RunFiles, code: Code } as const;

type Part = keyof typeof parts;

/** The ways to take an experiment or its run away. */
export function Exchange() {
  const t = useTranslate();
  const [chosen, choose] = useState<Part>('embed');
  const Shown = parts[chosen];
  return (
    <div className="exchange">
      <Segments<Part>
        legend={t(texts.what)}
        segments={(['embed', 'run', 'code'] as const).map((id) => ({ id, label: t(texts[id]) }))}
        chosen={chosen}
        onChoose={choose}
      />
      <Shown />
    </div>
  );
}
