import { faultTexts } from '../../i18n/log';
import { useTranslate } from '../../i18n/translate';
import type { Fault } from '../../log/entries';

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
