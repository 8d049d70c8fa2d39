import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from './ErrorBoundary';

/** A part of the page that is loaded when it is needed: nothing until it is there, and a message if it does not come. */
export function LoadedPart({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary>
      <Suspense>{children}</Suspense>
    </ErrorBoundary>
  );
}
