import { useEffect, useRef } from 'react';
import './words.css';

/** Between the parts of a formula that stand below each other. */
const apart = ',\\quad';

/** A formula in TeX, set as MathML by KaTeX, which is loaded when the first one is shown. */
export function Formula({ tex }: { readonly tex: string }) {
  return Object.entries(tex.split(apart)).map(([place, part]) => <Line key={place} tex={part} />);
}

function Line({ tex }: { readonly tex: string }) {
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let isShown = true;
    void import('katex').then(({ default: katex }) => {
      if (!isShown || !box.current) return;
      katex.render(tex, box.current, { output: 'mathml', throwOnError: false, displayMode: true });
    });
    return () => {
      isShown = false;
    };
  }, [tex]);
  return <span ref={box} className="formula" />;
}
