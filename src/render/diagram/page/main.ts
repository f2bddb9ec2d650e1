import type { Diagram } from '../model.js';
import { byId } from './elements.js';
import { Explorer } from './explorer.js';

const data = byId('diagram').textContent ?? '';
new Explorer(JSON.parse(data) as Diagram).start();
