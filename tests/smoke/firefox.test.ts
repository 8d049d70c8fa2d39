import { firefox } from './puppeteer';
import { walk } from './walk';

walk('Firefox', firefox);
