import type { Fault, Plan } from './plan.js';

/** Every kind of fault by its name on the command line, with what it is. */
export const FAULTS = {
  loss: 'a message between branches is lost on a link that stays open',
  duplication: 'a message arrives twice',
  replay: 'an old message of the same line arrives once more',
  reordering: 'a message does not wait for those before it',
  cut: 'lines between branches let nothing through: every shape of partition, one-way and flapping, too',
  clog: 'one line delivers nothing for a while and then everything at once',
  'break-link': 'a link breaks, what is under way is lost, and each end notices later',
  crash: 'one, several or all branches end at once and begin again with what their disks kept; now and then again and again',
  'failing-disk': 'an append fails; the branch stops and is started again later',
  'old-copy': 'a branch ends and begins again with its disk as it was some time before',
  'damaged-disk': 'a branch ends and begins again with a part of its log gone',
  'lost-disk': 'a branch ends and comes back with an empty disk: the old one is given up, and what only it had is lost',
  join: 'a new branch joins the bank',
  leave: 'a branch leaves the bank: it is asked to, or it is lost and given up',
  'slow-disk': 'groups take long to become durable',
  pause: 'a branch stands still while the world goes on; its timers fire late',
  'clock-jump': "a branch's clock jumps ahead",
  clocks: 'the clocks of the branches show different times and go at different rates',
  'customer-line': 'requests and answers between customers and branches are lost',
} as const;
export type FaultName = keyof typeof FAULTS;
export const FAULT_NAMES = Object.keys(FAULTS) as FaultName[];

const LOSSY = ['loss', 'duplication', 'replay', 'reordering'] as const;

/** The same plan with these kinds of faults only. */
export function withFaults(plan: Plan, kinds: readonly FaultName[]): Plan {
  const has = (name: FaultName) => kinds.includes(name);
  return {
    ...plan,
    clocks: has('clocks') ? plan.clocks : [],
    customerLine: has('customer-line') ? plan.customerLine : { ...plan.customerLine, loss: 0 },
    faults: plan.faults.flatMap((fault): Fault[] => {
      if (fault.kind !== 'lossy') return has(fault.kind) ? [fault] : [];
      const [loss, duplication, replay, reordering] = LOSSY.map((name) => (has(name) ? fault[name] : 0)) as Four;
      return loss + duplication + replay + reordering > 0 ? [{ ...fault, loss, duplication, replay, reordering }] : [];
    }),
  };
}

type Four = [number, number, number, number];
