import { type RefObject, useEffect, useRef, useState } from 'react';

/** Width and height of a box in CSS pixels; 0 until it has been near the visible part of the page. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Measures an element, again whenever its size changes. */
export function useSize(): readonly [RefObject<HTMLDivElement | null>, Size] {
  const element = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    const box = element.current;
    const sight = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && observer.observe(box),
      { rootMargin: '20%' },
    );
    sight.observe(box);
    return () => {
      sight.disconnect();
      observer.disconnect();
    };
  }, []);
  return [element, size];
}
