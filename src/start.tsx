import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { connection } from './state/connection';
import { judgeFixes } from './state/fixes';
import { keepInquiring } from './state/inquiry';
import { keepProgress } from './state/lessons';
import { followAddress } from './state/location';
import { keepOffline } from './state/offline';
import { releaseSuperseded } from './state/superseded';
import { trustOwnScripts } from './state/trustedTypes';
import { App } from './ui/layout/App';
import { ErrorBoundary } from './ui/layout/ErrorBoundary';

export { pageInterface } from './state/pageInterface';

trustOwnScripts();
connection.acceptSoftwareWebgl(new URLSearchParams(location.search).has('software-webgl'));
connection.watch();
followAddress();
keepInquiring();
judgeFixes();
keepProgress();
releaseSuperseded();
void import('./state/saved/keep').then(({ keepAll }) => keepAll());

if (import.meta.env.PROD) void keepOffline();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
startTransition(() =>
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </StrictMode>,
  ),
);
