import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { followAddress } from './state/address/location';
import { keepProgress } from './state/learn/lessons';
import { keepOffline } from './state/page/offline';
import { trustOwnScripts } from './state/page/trustedTypes';
import { keepAskingWeights } from './state/run/askWeights';
import { connection } from './state/run/connection';
import { judgeFixes } from './state/run/fixes';
import { releaseSuperseded } from './state/run/superseded';
import { App } from './ui/layout/App';
import { ErrorBoundary } from './ui/layout/ErrorBoundary';

export { pageInterface } from './state/page/pageInterface';

trustOwnScripts();
connection.acceptSoftwareWebgl(new URLSearchParams(location.search).has('software-webgl'));
connection.watch();
followAddress();
keepAskingWeights();
judgeFixes();
keepProgress();
releaseSuperseded();
void import('./state/saved/keepInBrowser').then(({ keepAll }) => keepAll());

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
