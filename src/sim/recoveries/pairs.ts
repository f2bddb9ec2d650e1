/**
 * What goes wrong, and how the bank gets over it: each pair is counted where it
 * really happened, because what never happens is not tested. One table: the
 * counters, the documentation and the summary are made from it.
 */
export const PAIRS = {
  loss: {
    'sent again': 'writes that were lost come again from their origin, which was not told that they are there',
    fetched: 'writes that were lost come after the branch asked for them',
    'asked again': 'a question for allowance, or its answer, was lost; the branch asks again',
    'gap repaired': 'later writes came first and were left out until the lost ones were there',
    converged: 'everyone has everything after the faults',
  },
  duplication: {
    ignored: 'the second copy of some writes changes nothing',
    converged: 'everyone has everything after the faults',
  },
  replay: {
    ignored: 'writes that were there long ago come again and change nothing',
    converged: 'everyone has everything after the faults',
  },
  reordering: {
    'gap repaired': 'writes that came before those they follow were left out, and came again',
    converged: 'everyone has everything after the faults',
  },
  'break-link': {
    'sent again': 'writes that were under way come over the next link',
    'asked again': 'a question for allowance, or its answer, was under way; the branch asks again',
    converged: 'everyone has everything after the faults',
  },
  cut: {
    released: 'a request that waited for writes from beyond the cut was served',
    'not satisfied': 'one was answered at its deadline with what the branch lacks',
    'level missed': 'a write was answered at its deadline: fewer branches than asked for have it',
    'money unreachable': 'a withdrawal was answered at its deadline: who holds the money does not answer',
    converged: 'everyone has everything after the faults',
  },
  clog: {
    released: 'a request that waited for writes behind the clog was served',
    converged: 'everyone has everything after the faults',
  },
  crash: {
    restored: 'the branch goes on with what its disk kept',
    'group lost': 'writes that were not durable are gone, and nobody had seen them',
    'group kept': 'writes that were not yet said to be durable are there after all',
    'group torn': 'of one group of writes a part is there',
    'all restored': 'every branch had ended at once',
    'sent again': 'writes of others that were lost with the process come again',
    'answered from the log': 'a request that nobody had answered is sent again: it was done, and is not done twice',
    'done anew': 'a request that was lost with the process is sent again, and done',
    'given up': 'its customer cannot know whether it was done',
    converged: 'everyone has everything after the faults',
  },
  'failing-disk': {
    restored: 'the branch stopped, and goes on with what its disk kept',
    'given up': 'a customer cannot know whether its request was done',
    'done anew': 'a request that was lost with the process is sent again, and done',
    converged: 'everyone has everything after the faults',
  },
  'old-copy': {
    fetched: 'own writes that the disk had lost come back from other branches',
    'refused meanwhile': 'as long as some may be missing, the branch takes on no writes',
    converged: 'everyone has everything after the faults',
  },
  'damaged-disk': {
    fetched: 'own writes that the disk had lost come back from other branches',
    'refused meanwhile': 'as long as some may be missing, the branch takes on no writes',
    converged: 'everyone has everything after the faults',
  },
  'lost-disk': {
    'refused meanwhile': 'until the lost disk is given up, the branch takes on no writes',
    sealed: 'everyone has promised to take nothing more of the lost disk, and it is given up',
    told: 'a passbook names writes that are lost: its customer is told so, and goes on',
    converged: 'everyone has everything that stands after the faults',
  },
  join: {
    'taken in': 'a new branch belongs to the bank, and begins with what another one knows',
    converged: 'everyone has everything after the faults, the new ones too',
  },
  leave: {
    'let go': 'everyone who stays knows it, and one of them has what the branch could pay out',
    converged: 'everyone who stays has everything after the faults',
  },
  elsewhere: {
    'handed over': 'a request comes to another branch than first: its home hands it over',
    told: 'it was done already, and the other branch answers with what was done',
    'not known': 'who would know does not answer in time; the customer is told that nobody knows',
  },
  'slow-disk': {
    waited: 'an answer came only when its group was durable',
    converged: 'everyone has everything after the faults',
  },
  pause: {
    'went on': 'all that came meanwhile was taken in',
    'deadline late': 'a request was answered after its deadline, as soon as the branch went on',
    converged: 'everyone has everything after the faults',
  },
  'clock-jump': {
    'deadline early': 'a request was given up before its time had passed, and nothing else',
    converged: 'everyone has everything after the faults',
  },
  clocks: {
    converged: 'everyone has everything after the faults',
  },
  'customer-line': {
    'sent again': 'a request of which nothing was heard is sent again',
    'answered again': 'a write whose answer was lost is sent again: it is answered, and not done twice',
    'given up': 'its customer cannot know whether it was done',
  },
  impatience: {
    attached: 'a request that is sent again while the branch still works on it gets the same answer',
    'too late': 'an answer finds that its customer has gone',
  },
  confusion: {
    'same answer': 'a request that was answered is asked again, and gets its answer',
    refused: 'a request id comes again with something else, or after its session has settled it',
  },
  shortage: {
    granted: 'a branch asked for allowance, got it and paid out',
    'asked again': 'one answer was not enough, or did not come: the branch asked again',
    refused: 'everybody was asked: the whole bank has less',
  },
} as const satisfies Record<string, Record<string, string>>;

export type Trouble = keyof typeof PAIRS;
export type RecoveryOf<T extends Trouble> = keyof (typeof PAIRS)[T] & string;

/** `crash × restored` */
export function pairName(trouble: string, recovery: string): string {
  return `${trouble} × ${recovery}`;
}

export const PAIR_NAMES: readonly string[] = Object.entries(PAIRS).flatMap(([trouble, recoveries]) =>
  Object.keys(recoveries).map((recovery) => pairName(trouble, recovery)),
);

/** How often each pair happened. */
export class Tally {
  readonly counts = new Map<string, number>();

  count<T extends Trouble>(trouble: T, recovery: RecoveryOf<T>): void {
    const name = pairName(trouble, recovery);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}
