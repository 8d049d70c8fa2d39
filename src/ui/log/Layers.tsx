import { useState } from 'react';
import { logTexts as texts } from '../../i18n/log';
import { useTranslate } from '../../i18n/translate';
import { arrangeLayers, type ShownLog } from '../../state/files/logs';

/** The layers of a log by name, to be put into the order of the network by dragging or with buttons. */
export function Layers({ log }: { readonly log: ShownLog }) {
  const t = useTranslate();
  const [order, reorder] = useState(log.names);
  const [dragged, drag] = useState<string | null>(null);
  if (!log.names.some(Boolean) || log.chain.sureness === 'separate') return null;
  const isChanged = order.some((name, index) => name !== log.names[index]);

  function move(name: string, to: number): void {
    if (to < 0 || to >= order.length) return;
    const others = order.filter((other) => other !== name);
    reorder([...others.slice(0, to), name, ...others.slice(to)]);
  }

  return (
    <details open={log.chain.sureness === 'unsure'}>
      <summary>{t(texts.layers)}</summary>
      <p className="quiet">{t(texts.arrange)}</p>
      <ol className="log-layers">
        {order.map((name, index) => (
          <li
            key={name}
            draggable
            onDragStart={() => drag(name)}
            onDragEnd={() => drag(null)}
            onDragOver={(event) => {
              event.preventDefault();
              if (dragged !== null && dragged !== name) move(dragged, index);
            }}
          >
            <span>{name}</span>
            <button
              type="button"
              className="button square"
              aria-label={t(texts.moveUp, { name })}
              disabled={index === 0}
              onClick={() => move(name, index - 1)}
            >
              ↑
            </button>
            <button
              type="button"
              className="button square"
              aria-label={t(texts.moveDown, { name })}
              disabled={index === order.length - 1}
              onClick={() => move(name, index + 1)}
            >
              ↓
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="button"
        disabled={!isChanged && log.chain.sureness === 'sure'}
        onClick={() => arrangeLayers(order)}
      >
        {t(texts.useOrder)}
      </button>
    </details>
  );
}
