import { faultTexts, logTexts as texts } from '../../i18n/log';
import { list, useTranslate } from '../../i18n/translate';
import type { Fault } from '../../log/entries';

/** Files of a log that were not taken, by name: the first few. */
export function LeftOut({ files }: { readonly files: readonly string[] }) {
  const t = useTranslate();
  if (files.length === 0) return null;
  const told = [...files.slice(0, mostTold), ...(files.length > mostTold ? ['…'] : [])];
  return <p className="quiet">{t(texts.leftOut, { files: list(told, t) })}</p>;
}

/** Most files that are named. */
const mostTold = 10;

/** What could not be read, each with its place. */
export function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const t = useTranslate();
  const lines = [...new Set(faults.map((fault) => t(faultTexts[fault.kind], { ...fault })))];
  if (lines.length === 0) return null;
  return (
    <ul className="faults">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
