import type { Twin } from '../twin.js';
import type { World } from '../world.js';
import type { Holdings } from './holdings.js';
import type { Losses } from './losses.js';
import type { Writes } from './writes.js';

/** What answers and states are held against. */
export interface Books {
  readonly world: World;
  readonly twin: Twin;
  readonly writes: Writes;
  readonly holdings: Holdings;
  readonly losses: Losses;
}
