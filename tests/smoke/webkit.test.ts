import { walk } from './walk';
import { webkit } from './webkit';

walk('WebKit', webkit);
