import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followAddress } from './state/location';
import { installPageInterface } from './state/pageInterface';
import { session } from './state/session';
import { App } from './ui/layout/App';
import './ui/theme.css';

session.acceptSoftwareWebgl(new URLSearchParams(location.search).has('software-webgl'));
followAddress();
installPageInterface();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
