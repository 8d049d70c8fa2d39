import { useState } from 'react';
import { pictureTexts as texts } from '../i18n/pictures';
import { useTranslate } from '../i18n/translate';
import { save } from './save';

/** Saves a picture once it is made; `failure` says that this did not succeed, and is empty else. */
export function useSavePicture() {
  const t = useTranslate();
  const [hasFailed, setFailed] = useState(false);
  return {
    failure: hasFailed ? t(texts.failed) : '',
    async savePicture(name: string, make: () => Promise<Blob>): Promise<void> {
      try {
        save(await make(), name);
        setFailed(false);
      } catch {
        setFailed(true);
      }
    },
  };
}
