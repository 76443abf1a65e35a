import 'ol/ol.css';
import './style/tokens.css';
import './style/shell.css';
import './style/controls.css';
import './style/map.css';
import './style/analysis.css';
import './style/print.css';
import { Page } from './page';

const root = document.getElementById('app');
if (root) void new Page(root).start();
