import { useEffect, useRef, useState } from 'react';
import type { Finding } from '../../diagnosis/finding';
import { formatCount } from '../../i18n/numbers';
import { announcerTexts as texts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { useApp } from '../../state/hooks';
import { currentStep } from '../../state/store/run';
import { useFill } from './useFill';

/** Milliseconds between two announcements. */
const interval = 1000;

/**
 * Says the verdict and what the run does to those who do not see it: politely, when another rule speaks or the run
 * begins or stops, at most once a second, and nothing of numbers that only change.
 */
export function Announcer({ verdict }: { readonly verdict: Finding }) {
  return (
    <p role="status" className="unseen">
      {useCalm(useSentence(verdict))}
    </p>
  );
}

/** The sentence as it was when the rule or the run's state last changed. */
function useSentence(verdict: Finding): string {
  const t = useTranslate();
  const fill = useFill();
  const state = useApp(({ run }) => run.state);
  const isReplaying = useApp((app) => app.isReplaying);
  const step = useApp(({ run }) => (run.state === 'running' ? 0 : currentStep(run)));
  const [said, say] = useState({ topic: '', sentence: '' });
  const topic = `${verdict.id} ${state} ${step}`;
  if (topic !== said.topic && !isReplaying && state !== 'preparing') {
    const doing = state === 'running' ? texts.training : texts.stoppedAt;
    const title = fill(verdict.title, verdict.places);
    say({ topic, sentence: t(doing, { title, step: formatCount(step) }) });
  }
  return said.sentence;
}

/** The text, at most once a second; the last one always comes. */
function useCalm(text: string): string {
  const [said, say] = useState('');
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const wait = Math.max(0, saidAt.current + interval - performance.now());
    const timer = setTimeout(() => {
      saidAt.current = performance.now();
      say(text);
    }, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return said;
}
