import { type ReactNode, useLayoutEffect, useRef } from 'react';

/** A place for what comes a moment later than the rest: while it is empty it stays as high as what stood in it last. */
export function SteadyHeight({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = box.current;
    if (!place) return;
    const sizes = new ResizeObserver(([entry]) => {
      const height = entry?.contentRect.height ?? 0;
      if (height > 0) place.style.minHeight = `${height}px`;
    });
    const watch = () => {
      sizes.disconnect();
      if (place.firstElementChild) sizes.observe(place.firstElementChild);
    };
    watch();
    const content = new MutationObserver(watch);
    content.observe(place, { childList: true });
    return () => {
      sizes.disconnect();
      content.disconnect();
    };
  }, []);
  return (
    <div ref={box} className="kept-place">
      {children}
    </div>
  );
}
