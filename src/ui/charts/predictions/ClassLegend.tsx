import { pictureTexts as texts } from '../../../i18n/pictures';
import { useTranslate } from '../../../i18n/translate';
import { ClassMarks } from './ClassMarks';

const center = [{ x: 0, y: 0 }];

/** Which mark stands for which class. */
export function ClassLegend({ classes }: { readonly classes: number }) {
  const t = useTranslate();
  return (
    <ul className="chart-legend">
      {Array.from(Array(classes).keys()).map((kind) => (
        <li key={kind}>
          <svg className="class-key" viewBox="-2 -2 4 4" aria-hidden="true">
            <ClassMarks kind={kind} places={center} />
          </svg>{' '}
          {t(texts.classNumber, { kind })}
        </li>
      ))}
    </ul>
  );
}
