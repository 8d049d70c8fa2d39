import { tfjsVersion, version } from '../../base/version';
import { sayBackendReason } from '../../i18n/backend';
import { sayFailure } from '../../i18n/failure';
import { helpTexts as texts } from '../../i18n/help';
import { fill, type Translate, useTranslate } from '../../i18n/translate';
import { shareLink } from '../../state/address/location';
import { useApp } from '../../state/hooks';
import type { App } from '../../state/store/app';
import { currentStep, eventsOf, shownRecording } from '../../state/store/run';
import { CopyText } from './CopyText';
import './exchange.css';

/** Everything that a report of a fault needs, ready to be pasted. */
export function AboutRun() {
  const t = useTranslate();
  const state = useApp((whole) => whole);
  return <CopyText label={t(texts.about)} text={aboutOf(state)} lang="en" rows={9} />;
}

const english: Translate = ({ en }, places = {}) => fill(en, places);

function aboutOf({ run, experiment, faults }: App): string {
  const { backend } = run;
  const recording = shownRecording(run);
  const began = run.state === 'preparing' ? run.began : (recording?.began ?? experiment);
  const nonFinite = recording?.nonFinite;
  const failure = run.state === 'failed' && run.failure;
  const recovery = 'recovery' in run && run.recovery;
  const lost = nonFinite && `step ${nonFinite.step}, layer ${nonFinite.layer}, ${nonFinite.tensor}`;
  const lines: readonly (readonly [string, string | false | null | undefined])[] = [
    ['Chain Reaction', version],
    ['TensorFlow.js', tfjsVersion],
    ['backend', backend && `${backend.backend}${backend.accelerated ? ', accelerated' : ''}`],
    ['why', backend && sayBackendReason(backend.reason, english)],
    ['precision', began.numberFormat],
    ['seed', String(began.seed)],
    ['steps', `${currentStep(run)}, ${eventsOf(run).length} live changes, ${run.state}`],
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
