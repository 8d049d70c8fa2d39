import { chromium } from './puppeteer';
import { walk } from './walk';

walk('Chromium', chromium);
