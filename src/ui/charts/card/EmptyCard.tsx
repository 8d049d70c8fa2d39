import { chartTexts as texts } from '../../../i18n/charts';
import { useTranslate } from '../../../i18n/translate';
import { useApp } from '../../../state/hooks';
import { ChartCard } from './ChartCard';

/** A chart before there is a record: step 0 is being measured, or will not be. */
export function EmptyCard({ title }: { readonly title: string }) {
  const t = useTranslate();
  const isComing = useApp(({ run }) => run.state === 'preparing');
  return <ChartCard title={title} note={t(isComing ? texts.measuring : texts.unmeasured)} />;
}
