import './ui/theme.css';

requestAnimationFrame(() => setTimeout(() => void import('./start')));
