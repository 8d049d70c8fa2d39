import type { WordId } from '../../learn/glossary/ids';
import { open } from '../run/actions';
import { app } from '../store/app';

/** Opens the glossary at a word. */
export function openWord(word: WordId): void {
  app.setState({ word, learnPart: 'words' });
  open('learn');
}
