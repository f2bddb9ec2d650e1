import type { BranchId } from '../../domain/ids.js';
import { includes } from '../../domain/vector.js';
import type { Heard } from '../network.js';
import { insist } from '../twin.js';
import type { Books } from './books.js';

/** A branch tells another one only of what it cannot lose any more. */
export function checkSent({ world, holdings, losses }: Books, from: BranchId, to: BranchId, heard: Heard): void {
  // It has what does not stand, until it is told so.
  if (world.membership.isOrphan(from)) return;
  const where = () => `what branch ${from} tells branch ${to}`;
  if ('batches' in heard) {
    for (const batch of heard.batches) {
      // What does not stand is not looked at: who sends it may not have heard so.
      if (losses.isBeyond(batch)) continue;
      holdings.checkDurable(from, new Map([[batch.origin, losses.lastThatStands(batch)]]), where);
    }
  } else if ('vector' in heard.message) {
    const { vector } = heard.message;
    holdings.checkDurable(from, vector, where);
    // Received is not enough: who counts acknowledgements takes it for applied.
    insist(includes(world.branch(from).applied, vector), 'ThinAirRead', () => `${where()} is not applied there`);
  }
}
