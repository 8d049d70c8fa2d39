import { lazy, useId, useState } from 'react';
import { controlTexts } from '../../i18n/controls';
import { useTranslate } from '../../i18n/translate';
import type { WordId } from '../../learn/glossary/ids';
import { LoadedPart } from '../layout/LoadedPart';
import './words.css';

const WordCard = lazy(() => import('./WordCard').then((module) => ({ default: module.WordCard })));

interface WordHelpProps {
  readonly word: WordId;
  /** The label that the help stands beside. */
  readonly about: string;
}

/** Width and room of the popover, in CSS pixels; beside it the window's scrollbars keep theirs. */
const width = 300;
const room = 240;

/** A small help beside a label: the word of the glossary behind it, in a popover that Escape closes. */
export function WordHelp({ word, about }: WordHelpProps) {
  const t = useTranslate();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [place, setPlace] = useState({ left: 0, top: 0 });

  function put(button: Element) {
    const box = button.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const left = Math.max(8, Math.min(box.left, clientWidth - width - 8));
    setPlace({ left, top: Math.max(8, Math.min(box.bottom + 4, clientHeight - room)) });
  }

  return (
    <>
      <button
        type="button"
        className="help-button"
        popoverTarget={id}
        aria-expanded={isOpen}
        aria-label={t(controlTexts.about, { setting: about })}
        onClick={({ currentTarget }) => put(currentTarget)}
      >
        ?
      </button>
      <div
        id={id}
        popover="auto"
        className="word-popover"
        style={{ ...place, width }}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen && (
          <LoadedPart>
            <WordCard id={word} hasLink />
          </LoadedPart>
        )}
      </div>
    </>
  );
}
