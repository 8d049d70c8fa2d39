import { tfjsVersion, version } from '../../base/version';
import { sayFailure } from '../../i18n/failure';
import { helpTexts as texts } from '../../i18n/help';
import { fill, type Translate, useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { shareLink } from '../../state/location';
import { currentStep, type Run } from '../../state/run';
import { CopyText } from './CopyText';
import './exchange.css';

/** Everything that a report of a fault needs, ready to be pasted. */
export function AboutRun() {
  const t = useTranslate();
  const run = useApp((state) => state.run);
  const faults = useApp((state) => state.faults);
  return <CopyText label={t(texts.about)} text={aboutOf(run, faults)} lang="en" rows={9} />;
}

const english: Translate = ({ en }, places = {}) => fill(en, places);

function aboutOf(run: Run, faults: readonly string[]): string {
  const { backend, began, nonFinite, failure, recovery, events } = run;
  const lost = nonFinite && `step ${nonFinite.step}, layer ${nonFinite.layer}, ${nonFinite.tensor}`;
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['Chain Reaction', version],
    ['TensorFlow.js', tfjsVersion],
    ['backend', backend && `${backend.backend}${backend.accelerated ? ', accelerated' : ''}`],
    ['why', backend?.reason.en],
    ['precision', began.numberFormat],
    ['seed', String(began.seed)],
    ['steps', `${currentStep(run)}, ${events.length} live changes, ${run.state}`],
    ['not finite', lost],
    ['failure', failure && sayFailure(failure, english)],
    ['worker lost', recovery && sayFailure(recovery.message, english)],
    ['failed on the page', faults.map((fault) => sayFailure(fault, english)).join('; ')],
    ['link', shareLink()],
    ['browser', navigator.userAgent],
    ['screen', `${innerWidth} × ${innerHeight} @ ${devicePixelRatio}`],
  ];
  return lines.flatMap(([name, said]) => (said ? [`${name}: ${said}`] : [])).join('\n');
}
