// The planted bugs: each a small mistake that somebody could make, in one part of
// the bank. None of them is in the sources; `plant.mjs` builds a bundle that has
// one. That each is found shows that the simulator and the checker are not blind.

/**
 * @typedef {object} Plant
 * @property {string} part Where somebody would have to look for it.
 * @property {string} mistake What was done wrong, in a sentence.
 * @property {{ file: string, from: string, to: string }[]} changes The text that makes it so; `from` is there exactly once.
 */

/** Checks that would catch what comes of several mistakes: one history of every origin, of which nothing comes twice. */
const NO_FORKS = {
  file: 'src/core/replica.ts',
  from: "if ((first !== received + 1 && !isFirst) || batch.previousDigest !== known) return 'fork';",
  to: '',
};
const NO_DUPLICATES = {
  file: 'src/core/replica.ts',
  from: "if (last === received) return batch.digest === known ? 'duplicate' : 'fork';",
  to: '',
};

/** Checks that would catch an allowance below 0 before anybody has seen it. */
const NEGATIVE_ALLOWANCES = [
  { file: 'src/core/ledger.ts', from: "assert(left >= 0n, 'an allowance is never negative');", to: '' },
  { file: 'src/wire/snapshot.ts', from: '/^\\d+$/', to: '/^-?\\d+$/' },
];

/** What would stop a branch that others know to have written more than it has. */
const NO_HALT = {
  file: 'src/core/branch.ts',
  from: 'if (!this.recovery.isSure || theirs <= this.ownReceived) return;',
  to: 'if (theirs >= 0) return;',
};

/** @type {Readonly<Record<string, Plant>>} */
export const PLANTS = {
  // Sessions

  'withdrawal-is-no-read': {
    part: 'sessions',
    mistake: 'A withdrawal waits like a write only, although it looks at the balance.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: "(isRead(kind) && has(selected, 'read-your-writes')) ||",
        to: "(kind === 'query' && has(selected, 'read-your-writes')) ||",
      },
      {
        file: 'src/domain/session.ts',
        from: "(isRead(kind) && has(selected, 'monotonic-reads')) ||",
        to: "(kind === 'query' && has(selected, 'monotonic-reads')) ||",
      },
    ],
  },

  'read-your-writes-off': {
    part: 'sessions',
    mistake: 'A read does not wait for the writes of its session.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: "(isRead(kind) && has(selected, 'read-your-writes')) ||",
        to: '',
      },
    ],
  },
  'monotonic-reads-off': {
    part: 'sessions',
    mistake: 'A read does not wait for what earlier reads of its session showed.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: "(isRead(kind) && has(selected, 'monotonic-reads')) ||",
        to: '',
      },
    ],
  },
  'monotonic-writes-off': {
    part: 'sessions',
    mistake: 'A write does not wait for the earlier writes of its session.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: "|| (isWrite(kind) && has(selected, 'monotonic-writes'))",
        to: '',
      },
    ],
  },
  'writes-follow-reads-off': {
    part: 'sessions',
    mistake: 'A write does not wait for what its session has read.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: "|| (isWrite(kind) && has(selected, 'writes-follow-reads'))",
        to: '',
      },
    ],
  },

  // Passbooks

  'passbook-keeps-last-read': {
    part: 'passbooks',
    mistake: 'A passbook keeps what the last read showed instead of the join of all.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: 'joinInto(this.read, vector);',
        to: 'this.read.clear(); joinInto(this.read, vector);',
      },
    ],
  },
  'passbook-keeps-last-write': {
    part: 'passbooks',
    mistake: 'A passbook keeps the last write only, and forgets those at other branches.',
    changes: [
      {
        file: 'src/domain/session.ts',
        from: 'raise(this.written, id.origin, id.sequence);',
        to: 'this.written.clear(); raise(this.written, id.origin, id.sequence);',
      },
    ],
  },
  'join-overwrites': {
    part: 'passbooks',
    mistake: 'Joining two vectors takes the newcomer’s entry, also where it is lower.',
    changes: [{ file: 'src/domain/vector.ts', from: 'if (sequence <= (target.get(origin) ?? 0)) return false;', to: '' }],
  },
  'lacking-needs-an-entry': {
    part: 'passbooks',
    mistake: 'A branch that has nothing of an origin is taken to have all of it.',
    changes: [
      {
        file: 'src/core/parking.ts',
        from: `        if ((this.applied.get(origin) ?? 0) < sequence) return origin;`,
        to: `        if ((this.applied.get(origin) ?? sequence) < sequence) return origin;`,
      },
      {
        file: 'src/domain/vector.ts',
        from: 'if ((have.get(origin) ?? 0) < sequence) lacking.set(origin, sequence);',
        to: 'if ((have.get(origin) ?? sequence) < sequence) lacking.set(origin, sequence);',
      },
    ],
  },

  // Parking

  'parked-until-anything-comes': {
    part: 'parking',
    mistake: 'A parked request goes on as soon as any write arrives that it may wait for.',
    changes: [
      {
        file: 'src/core/parking.ts',
        from: 'const next = this.firstLacking(parked.demands);\n        if (next === origin) continue;',
        to: 'const next = undefined as OriginId | undefined;',
      },
    ],
  },
  'parked-for-one-vector': {
    part: 'parking',
    mistake: 'Of two vectors to wait for, a parked request waits for the first.',
    changes: [
      {
        file: 'src/core/parking.ts',
        from: 'private firstLacking(demands: readonly VersionVector[]): OriginId | undefined {\n    for (const demand of demands) {',
        to: 'private firstLacking(demands: readonly VersionVector[]): OriginId | undefined {\n    for (const demand of demands.slice(0, 1)) {',
      },
    ],
  },
  'parked-off-by-one': {
    part: 'parking',
    mistake: 'A request is let go when all but the last write of an origin are there.',
    changes: [
      {
        file: 'src/core/parking.ts',
        from: 'if ((this.applied.get(origin) ?? 0) < sequence) return origin;',
        to: 'if ((this.applied.get(origin) ?? 0) < sequence - 1) return origin;',
      },
      {
        file: 'src/domain/vector.ts',
        from: 'if ((have.get(origin) ?? 0) < sequence) lacking.set(origin, sequence);',
        to: 'if ((have.get(origin) ?? 0) < sequence - 1) lacking.set(origin, sequence);',
      },
    ],
  },
  'parked-and-forgotten': {
    part: 'parking',
    mistake: 'A request that waits for two branches is lost when the first has delivered.',
    changes: [
      {
        file: 'src/core/parking.ts',
        from: '          this.enqueue(next, parked);\n          continue;',
        to: '          continue;',
      },
    ],
  },
  'parked-for-ever': {
    part: 'parking',
    mistake: 'Nobody looks at the deadline of a parked request.',
    changes: [
      {
        file: 'src/core/parking.ts',
        from: 'deadline: this.deadlines.add(request.deadlineMs, () => {',
        to: 'deadline: this.deadlines.add(1e12, () => {',
      },
    ],
  },

  // Propagation

  'dependencies-ignored': {
    part: 'propagation',
    mistake: 'A write is applied as soon as it arrives, whatever it follows.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'if ((this.applied.get(origin) ?? 0) < sequence) return false;',
        to: '',
      },
    ],
  },
  'dependency-off-by-one': {
    part: 'propagation',
    mistake: 'A write is applied when all but the last write that it follows are there.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'if ((this.applied.get(origin) ?? 0) < sequence) return false;',
        to: 'if ((this.applied.get(origin) ?? 0) < sequence - 1) return false;',
      },
    ],
  },
  'dependencies-of-the-first': {
    part: 'propagation',
    mistake: 'Only the first write of a batch records what it follows.',
    changes: [
      {
        file: 'src/core/log-writer.ts',
        from: 'if (this.changed.size > 0) this.recordDependencies(batch);',
        to: 'if (this.changed.size > 0 && batch.kinds.length === 0) this.recordDependencies(batch);',
      },
    ],
  },
  'batch-after-a-gap': {
    part: 'propagation',
    mistake: 'A batch that comes too early is taken in, and the gap before it forgotten.',
    changes: [
      { file: 'src/core/replica.ts', from: "if (first > received + 1) return 'gap';", to: '' },
      NO_FORKS,
      { file: 'src/core/replica.ts', from: 'pendingFrom(batch, received - first + 1)', to: 'pendingFrom(batch, 0)' },
    ],
  },
  'batch-taken-twice': {
    part: 'propagation',
    mistake: 'A batch that comes again is applied again.',
    changes: [
      { file: 'src/core/replica.ts', from: "if (last < received) return 'duplicate';", to: '' },
      NO_DUPLICATES,
      NO_FORKS,
      { file: 'src/core/replica.ts', from: 'pendingFrom(batch, received - first + 1)', to: 'pendingFrom(batch, 0)' },
    ],
  },
  'transfer-loses-its-credit': {
    part: 'propagation',
    mistake: 'Other branches apply the debit of a transfer and not its credit.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'return this.ledger.credit(this.account(batch, other as number), at, amount);',
        to: 'return;',
      },
    ],
  },
  'counterpart-not-consumed': {
    part: 'propagation',
    mistake: 'A grant of a batch does not move on to the next counterpart.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'hasCounterpart(kind) ? (batch.counterparts[pending.counterpart++] as number) : undefined;',
        to: 'hasCounterpart(kind) ? (batch.counterparts[kind === WriteKind.grant ? pending.counterpart : pending.counterpart++] as number) : undefined;',
      },
    ],
  },
  'progress-before-applying': {
    part: 'propagation',
    mistake: 'A branch confirms writes that it has received and not yet applied.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'const effect = this.peers.report(peer, this.replica.applied);',
        to: 'const effect = this.peers.report(peer, this.replica.received);',
      },
    ],
  },

  // Gap repair

  'gap-is-where-it-is-not': {
    part: 'gap repair',
    mistake: 'Writes are asked for from the last one received, and taken in from there, twice.',
    changes: [
      {
        file: 'src/core/anti-entropy.ts',
        from: 'first: received + 1, last: sequence }',
        to: 'first: Math.max(1, received), last: sequence }',
      },
      NO_DUPLICATES,
      NO_FORKS,
    ],
  },
  'reminds-of-too-much': {
    part: 'gap repair',
    mistake: 'A branch reminds others of writes that are not on its own disk yet.',
    changes: [
      {
        file: 'src/core/peers.ts',
        from: 'const vector = new Map([[this.self, this.durable]]);',
        to: 'const vector = new Map([[this.self, this.durable + 1]]);',
      },
    ],
  },

  'nobody-reminds': {
    part: 'gap repair',
    mistake: 'A branch waits for ever for a confirmation that was lost.',
    changes: [{ file: 'src/core/anti-entropy.ts', from: '    this.host.peers.remind();\n', to: '' }],
  },

  // Allowances and grants

  'asks-all-but-one': {
    part: 'allowances',
    mistake: 'Lack of money is concluded from the answers of all branches but one.',
    changes: [
      {
        file: 'src/core/allowances.ts',
        from: 'new Map(this.host.others.map((branch) => [branch, short]))',
        to: 'new Map(this.host.others.slice(1).map((branch) => [branch, short]))',
      },
    ],
  },

  'allowance-off-by-one': {
    part: 'allowances',
    mistake: 'A branch pays out one unit more than it may.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'if (allowance < BigInt(operation.amount)) {',
        to: 'if (allowance < BigInt(operation.amount) - 1n) {',
      },
      ...NEGATIVE_ALLOWANCES,
    ],
  },
  'balance-is-enough': {
    part: 'allowances',
    mistake: 'A branch pays out what the account holds, also what other branches may pay out.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'const allowance = allowanceOf(account, self);\n    if (allowance <',
        to: 'const allowance = balanceOf(account);\n    if (allowance <',
      },
      ...NEGATIVE_ALLOWANCES,
    ],
  },
  'nothing-is-checked': {
    part: 'allowances',
    mistake: 'A withdrawal never looks at what there is.',
    changes: [
      { file: 'src/core/serving.ts', from: 'if (allowance < BigInt(operation.amount)) {', to: 'if (allowance < 0n) {' },
      ...NEGATIVE_ALLOWANCES,
    ],
  },
  'giver-keeps-its-grant': {
    part: 'allowances',
    mistake: 'A branch that gives allowance away goes on paying it out.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: '    replica.ledger.grant(account, self, to, amount);\n',
        to: '',
      },
      ...NEGATIVE_ALLOWANCES,
    ],
  },
  'grant-counts-twice': {
    part: 'allowances',
    mistake: 'A grant that is applied adds to the receiver without taking from the giver.',
    changes: [
      {
        file: 'src/core/ledger.ts',
        from: '    this.spend(account, from, minor);\n    account.allowances.set(to,',
        to: '    account.allowances.set(to,',
      },
    ],
  },
  'gives-what-others-need': {
    part: 'allowances',
    mistake: 'A branch gives away what it does not have.',
    changes: [
      {
        file: 'src/core/allowances.ts',
        from: 'const given = spare < request.wanted ? spare : request.wanted;',
        to: 'const given = request.wanted;',
      },
      ...NEGATIVE_ALLOWANCES,
    ],
  },
  'refuses-before-all-answer': {
    part: 'allowances',
    mistake: 'Lack of money is concluded while some branch has not answered.',
    changes: [{ file: 'src/core/allowances.ts', from: 'if (round.silent.size > 0 || !includes(', to: 'if (!includes(' }],
  },
  'refuses-before-applying': {
    part: 'allowances',
    mistake: 'Lack of money is concluded from answers whose writes are not applied yet.',
    changes: [
      {
        file: 'src/core/allowances.ts',
        from: 'if (round.silent.size > 0 || !includes(this.host.applied, round.seen)) return;',
        to: 'if (round.silent.size > 0) return;',
      },
    ],
  },
  'poor-for-ever': {
    part: 'allowances',
    mistake: 'Nobody looks at the deadline of a withdrawal that waits for allowance.',
    changes: [
      {
        file: 'src/core/allowances.ts',
        from: 'deadline: this.host.deadlines.add(request.deadlineMs, () => this.giveUp(queue, waiter, account)),',
        to: 'deadline: this.host.deadlines.add(1e12, () => this.giveUp(queue, waiter, account)),',
      },
    ],
  },

  // Order of the driver and what leaves when

  'reply-before-durable': {
    part: 'durability',
    mistake: 'Answers and messages leave before what they show is on disk.',
    changes: [
      {
        file: 'src/core/outbox.ts',
        from: 'if (this.durableGroup === this.lastGroup) this.ready',
        to: 'if (this.lastGroup >= 0) this.ready',
      },
    ],
  },
  'reads-do-not-wait': {
    part: 'durability',
    mistake: 'A query shows writes that could still be lost.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: "    this.host.outbox.push({ kind: 'reply', request, outcome });",
        to: "    if (outcome.kind === 'balance') this.host.outbox.pushNow({ kind: 'reply', request, outcome });\n    else this.host.outbox.push({ kind: 'reply', request, outcome });",
      },
    ],
  },
  'hello-does-not-wait': {
    part: 'durability',
    mistake: 'A branch introduces itself with writes that it could still lose.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: "    this.outbox.push({ kind: 'send', peer, message: { kind: 'hello',",
        to: "    this.outbox.pushNow({ kind: 'send', peer, message: { kind: 'hello',",
      },
    ],
  },
  'push-before-durable': {
    part: 'durability',
    mistake: 'Own writes are pushed when they are accepted, not when they are on disk.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '    this.antiEntropy.watch();\n    const effects',
        to: '    this.peers.pushUpTo(this.ownApplied);\n    this.antiEntropy.watch();\n    const effects',
      },
    ],
  },
  'failed-append-counts': {
    part: 'driver',
    mistake: 'A commit group that the disk has refused is taken to be on it.',
    changes: [
      {
        file: 'src/driver/driver.ts',
        from: '(failure) => (failure ? this.fail(failure) : this.durable(effect.group))',
        to: '() => this.durable(effect.group)',
      },
    ],
  },
  'append-on-delivery': {
    part: 'driver',
    mistake: 'A commit group counts as durable as soon as it was handed to the disk.',
    changes: [
      {
        file: 'src/driver/driver.ts',
        from: 'store.append(effect.batches, (failure) => (failure ? this.fail(failure) : this.durable(effect.group)));',
        to: 'store.append(effect.batches, (failure) => { if (failure) this.fail(failure); });\n        this.ports.clock.afterTurn(() => this.durable(effect.group));',
      },
    ],
  },
  'timer-is-never-moved': {
    part: 'driver',
    mistake: 'Once a timer is set, an earlier deadline does not move it.',
    changes: [
      {
        file: 'src/driver/driver.ts',
        from: 'if (atMs === this.timerAtMs) return;',
        to: 'if (atMs === this.timerAtMs || this.timerAtMs !== undefined) return;',
      },
    ],
  },

  // Restart

  'restart-reuses-a-sequence': {
    part: 'restart',
    mistake: 'A branch that restarts gives the number of its last write to the next one.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'log.resumeAfter(replica.applied.get(origin) ?? 0);',
        to: 'log.resumeAfter(Math.max(0, (replica.applied.get(origin) ?? 0) - 1));',
      },
    ],
  },
  'restart-forgets-requests': {
    part: 'restart',
    mistake: 'A branch that restarts does not know any more which requests it has done.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: "const receipt = this.replica.receive(batch);\n      assert(receipt !== 'fork',",
        to: "const receipt = this.replica.receive({ ...batch, counters: batch.counters.map(() => 0) });\n      assert(receipt !== 'fork',",
      },
    ],
  },
  'restart-forgets-what-it-follows': {
    part: 'restart',
    mistake: 'The first write after a restart does not say what it follows.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'if (other !== origin) log.dependsOn(other, sequence);',
        to: 'if (other === origin) log.dependsOn(other, sequence);',
      },
    ],
  },
  'restart-drops-the-last-group': {
    part: 'restart',
    mistake: 'A branch that restarts does not read the last batch of its log.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'for (const batch of batches) {',
        to: 'for (const batch of [...batches].slice(0, -1)) {',
      },
    ],
  },

  'restart-waits-to-be-asked': {
    part: 'restart',
    mistake: 'A branch that restarts does nothing before its first request.',
    changes: [{ file: 'src/driver/driver.ts', from: 'begin(): void {\n    this.scheduleTurn();', to: 'begin(): void {' }],
  },

  // Recovery: what a branch does before it writes again

  'recovery-asks-nobody': {
    part: 'recovery',
    mistake: 'A branch that begins again takes its directory to hold all that it ever wrote.',
    changes: [
      {
        file: 'src/core/recovery.ts',
        from: '    for (const branch of host.others) this.silent.add(branch);\n',
        to: '',
      },
      NO_HALT,
    ],
  },
  'recovery-hears-one': {
    part: 'recovery',
    mistake: 'One branch that has answered stands for all.',
    changes: [
      {
        file: 'src/core/recovery.ts',
        from: 'this.silent.delete(from);',
        to: 'this.silent.clear();',
      },
      NO_HALT,
    ],
  },
  'recovery-trusts-a-copy': {
    part: 'recovery',
    mistake: 'A directory that was copied or damaged is believed after a while, like one that is whole.',
    changes: [
      {
        file: 'src/core/recovery.ts',
        from: 'if (isTrusted) {',
        to: 'if (isTrusted !== undefined) {',
      },
      NO_HALT,
    ],
  },
  'recovery-forgets-the-target': {
    part: 'recovery',
    mistake: 'A branch hears how many of its own writes there are, and does not wait for them.',
    changes: [
      {
        file: 'src/core/recovery.ts',
        from: '    this.wanted = Math.max(this.wanted, last);\n',
        to: '',
      },
      NO_HALT,
    ],
  },
  'recovery-sure-when-received': {
    part: 'recovery',
    mistake: 'A branch is sure as soon as it has received its own writes, before it has applied them.',
    changes: [
      {
        file: 'src/core/recovery.ts',
        from: 'const applied = this.host.ownApplied();',
        to: 'const applied = this.host.ownReceived();',
      },
    ],
  },
  'recovery-asks-once': {
    part: 'recovery',
    mistake: 'The question what others have is asked once, and may be lost.',
    changes: [
      {
        file: 'src/core/recovery.ts',
        from: '    this.timer = this.host.deadlines.add(this.host.now() + this.host.patienceMs, () => this.ask());\n',
        to: '',
      },
    ],
  },
  'recovery-is-not-answered': {
    part: 'recovery',
    mistake: 'A branch that is asked what it has says nothing.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '    if (wantsAnswer) this.hello(from, false);\n',
        to: '',
      },
    ],
  },
  'recovery-never-ends': {
    part: 'recovery',
    mistake: 'When its own writes have come back, a branch does not look whether it is sure now.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '    this.recovery.decide();\n',
        to: '',
      },
    ],
  },
  'recovery-does-not-fetch': {
    part: 'recovery',
    mistake: 'A branch never asks for writes of its own.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'hasAllOwn: () => this.recovery.isSure',
        to: 'hasAllOwn: () => this.recovery.isSure || true',
      },
    ],
  },
  'recovery-resumes-too-early': {
    part: 'recovery',
    mistake: 'A branch goes on writing where its directory ended, not where the writes end that it got back.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '    this.recovery.begin(directory);',
        to: '    resume(this.config.origin, this.replica, this.log);\n    this.recovery.begin(directory);',
      },
      {
        file: 'src/core/branch.ts',
        from: '        resume(origin, replica, log);\n',
        to: '',
      },
    ],
  },
  'fetched-requests-are-forgotten': {
    part: 'recovery',
    mistake: 'A branch that gets own writes back does not remember their requests.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: "const receipt = this.replica.receive(batch);\n    if (receipt === 'fork')",
        to: "const isOwn = batch.origin === this.config.origin;\n    const receipt = this.replica.receive(isOwn ? { ...batch, counters: batch.counters.map(() => 0) } : batch);\n    if (receipt === 'fork')",
      },
    ],
  },
  'strays-are-forgotten': {
    part: 'recovery',
    mistake: 'What damage has cut off from the rest of a log is not taken up again.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: "      if (receipt === 'gap') this.strays.push(batch);\n",
        to: '',
      },
    ],
  },
  'strays-stay-apart': {
    part: 'recovery',
    mistake: 'What damage has cut off is kept, and not joined when the gap is filled.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '    if (this.strays.length > 0) this.takeStrays();\n',
        to: '',
      },
    ],
  },
  'writes-while-unsure': {
    part: 'recovery',
    mistake: 'A branch takes on writes before it is sure of those it has.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'if (!recovery.isSure) {',
        to: 'if (recovery.isSure === undefined) {',
      },
    ],
  },
  'grants-while-unsure': {
    part: 'recovery',
    mistake: 'A branch grants allowance before it is sure of its own writes.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'return this.host.recovery.isSure && !this.readOnly && !this.closing;',
        to: 'return !this.readOnly && !this.closing;',
      },
      {
        file: 'src/core/branch.ts',
        from: 'if (this.recovery.isSure) this.allowances.asked(from, message);',
        to: 'this.allowances.asked(from, message);',
      },
    ],
  },
  'cedes-while-unsure': {
    part: 'recovery',
    mistake: 'A branch hands requests over before it is sure of its own writes.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'return this.host.recovery.isSure && !this.readOnly && !this.closing;',
        to: 'return !this.readOnly && !this.closing;',
      },
      {
        file: 'src/core/branch.ts',
        from: 'if (this.recovery.isSure) this.serving.claimed(',
        to: 'this.serving.claimed(',
      },
    ],
  },

  // Snapshots

  'snapshot-without-settled': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out what sessions have settled.',
    changes: [
      {
        file: 'src/core/once.ts',
        from: '      record.settle(settledBelow);\n',
        to: '',
      },
    ],
  },
  'snapshot-without-requests': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out what requests have become.',
    changes: [
      {
        file: 'src/core/once.ts',
        from: '      for (const [counter, fact] of facts) record.learn(counter, fact);\n',
        to: '',
      },
    ],
  },
  'snapshot-without-receivers': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out to whom requests were handed over.',
    changes: [
      {
        file: 'src/wire/snapshot.ts',
        from: 'receiver: receiver ?? 0,',
        to: 'receiver: 0,',
      },
    ],
  },
  'snapshot-without-views': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out what the writes of requests followed.',
    changes: [
      {
        file: 'src/wire/snapshot.ts',
        from: 'others: packVector(others),',
        to: 'others: packVector(new Map()),',
      },
    ],
  },
  'snapshot-without-pending': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out batches that wait for others.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'pending: [...pending, ...this.strays',
        to: 'pending: [...this.strays',
      },
    ],
  },
  'snapshot-without-strays': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out batches that damage has cut off.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: ', ...this.strays.map((batch) => batch.encoded as Uint8Array)]',
        to: ']',
      },
    ],
  },
  'snapshot-without-followed': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out what the last write of each branch followed.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: '      this.followed.set(origin, followed);\n',
        to: '',
      },
    ],
  },
  'snapshot-without-digests': {
    part: 'snapshots',
    mistake: 'A snapshot leaves out by what the next batch of each branch names its last one.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: '      this.digests.set(origin, digest);\n',
        to: '',
      },
    ],
  },
  'snapshot-digest-of-pending': {
    part: 'snapshots',
    mistake: 'A snapshot keeps the digest of the last batch received, not of the last that it sums up.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'batches[0]?.previousDigest ?? this.digestOf(origin)',
        to: 'this.digestOf(origin)',
      },
    ],
  },
  'snapshot-sorts-one-column': {
    part: 'snapshots',
    mistake: 'A snapshot has the branches of an account in order, and their allowances as they came.',
    changes: [
      {
        file: 'src/wire/snapshot.ts',
        from: 'branches: [...allowances.keys()],',
        to: 'branches: [...allowances.keys()].sort((a, b) => a - b),',
      },
    ],
  },
  'snapshot-before-its-log': {
    part: 'snapshots',
    mistake: 'A snapshot is handed to the disk before the writes that it holds.',
    changes: [
      {
        file: 'src/driver/driver.ts',
        from: '    for (const effect of this.branch.endTurn(this.ports.clock.nowMs())) {',
        to: '    const effects = this.branch.endTurn(this.ports.clock.nowMs());\n    if (this.ports.store.wantsSnapshot) this.keepSnapshot();\n    for (const effect of effects) {',
      },
      {
        file: 'src/driver/driver.ts',
        from: '      if (this.stopped) return;\n    }\n    if (this.ports.store.wantsSnapshot) this.keepSnapshot();',
        to: '      if (this.stopped) return;\n    }',
      },
    ],
  },
  'snapshot-applies-one-twice': {
    part: 'snapshots',
    mistake: 'Of a batch that a snapshot has a part of, the last write of that part is applied again.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'pendingFrom(batch, received - first + 1)',
        to: 'pendingFrom(batch, Math.max(0, received - first))',
      },
    ],
  },
  'snapshot-skips-one': {
    part: 'snapshots',
    mistake: 'Of a batch that a snapshot has a part of, the first write of the rest is skipped.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'pendingFrom(batch, received - first + 1)',
        to: 'pendingFrom(batch, received < first ? 0 : received - first + 2)',
      },
    ],
  },

  // Acknowledgement levels

  'majority-is-half': {
    part: 'acknowledgements',
    mistake: 'Half of the branches count as a majority.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'const needed = branchesNeeded(request.acks, members.length);',
        to: "const needed = request.acks === 'majority' ? Math.ceil(members.length / 2) : branchesNeeded(request.acks, members.length);",
      },
    ],
  },

  'acks-counted-from-one': {
    part: 'acknowledgements',
    mistake: 'One branch too few is waited for.',
    changes: [
      {
        file: 'src/core/peers.ts',
        from: 'return sequences[branches - 1] ?? 0;',
        to: 'return sequences[Math.max(0, branches - 2)] ?? 0;',
      },
    ],
  },
  'missed-level-is-success': {
    part: 'acknowledgements',
    mistake: 'At the deadline a write counts as acknowledged by everyone.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'count >= needed\n        ? outcome',
        to: 'count >= 0\n        ? outcome',
      },
    ],
  },

  // Once

  'retries-are-new': {
    part: 'once',
    mistake: 'A retry is carried out like a new request.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'const fact = session.fact(counter);\n    if (fact && !fact.receiver) {\n      this.tell(request, fact);',
        to: 'const fact = session.fact(-counter);\n    if (fact && !fact.receiver) {\n      this.tell(request, fact);',
      },
    ],
  },
  'retry-with-other-content': {
    part: 'once',
    mistake: 'A request id is all that is compared: other content gets the old answer.',
    changes: [
      { file: 'src/core/once.ts', from: 'if (a.amount !== b.amount) return false;', to: '' },
      { file: 'src/core/once.ts', from: ' && operation.amount === fact.amount;', to: ';' },
    ],
  },
  'retry-is-not-answered': {
    part: 'once',
    mistake: 'A retry of a request that is still waiting is dropped.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'if (sameOperation(attempt.request.operation, request.operation)) attempt.waiting.push(request);',
        to: 'if (sameOperation(attempt.request.operation, request.operation)) return false;',
      },
    ],
  },

  // Once, wherever a request is retried

  'home-is-ignored': {
    part: 'once elsewhere',
    mistake: 'A branch takes every request that comes to it for its own.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'holderOf(fact, request.home ?? this.host.self)',
        to: 'holderOf(fact, this.host.self)',
      },
    ],
  },
  'cedes-what-is-done': {
    part: 'once elsewhere',
    mistake: 'A request that has taken effect is handed over all the same.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'const isHeldHere = holderOf(fact, this.host.self) === this.host.self && !(fact && !fact.receiver);',
        to: 'const isHeldHere = holderOf(fact, this.host.self) === this.host.self;',
      },
    ],
  },
  'cedes-what-is-being-decided': {
    part: 'once elsewhere',
    mistake: 'A request is handed over while it is being decided.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: '    if (attempt && isHeldHere && !this.host.claims.has(attempt)) attempt.claimants.add(from);\n    else if (!isHeldHere)',
        to: '    if (!isHeldHere)',
      },
    ],
  },
  'cedes-what-is-settled': {
    part: 'once elsewhere',
    mistake: 'A request of which all was forgotten, as it is settled, is handed over as if it were new.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: '    if (session.isSettled(counter)) return this.answerClaim(from, session, counter, undefined);\n',
        to: '',
      },
    ],
  },
  'cedes-to-two': {
    part: 'once elsewhere',
    mistake: 'A branch forgets that it has handed a request over, and does so again.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'this.host.log.cede({ session, counter }, receiver), { receiver });\n    session.learn(counter, fact);',
        to: 'this.host.log.cede({ session, counter }, receiver), { receiver });',
      },
    ],
  },
  'cession-is-not-written': {
    part: 'once elsewhere',
    mistake: 'A request is handed over by a word, and not by a write.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'this.answerClaim(from, session, counter, this.cede(session, counter, from));',
        to: 'this.answerClaim(from, session, counter, undefined);',
      },
      {
        file: 'src/core/serving.ts',
        from: '    this.settle(attempt.request, this.settled(counter));\n  }\n\n  insufficient',
        to: '    this.proceed(attempt.request);\n  }\n\n  insufficient',
      },
    ],
  },
  'claim-is-not-looked-up': {
    part: 'once elsewhere',
    mistake: 'Any answer to a claim is taken for a cession, before the write is there that tells.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'if (write) return this.host.claims.answered(attempt, write);',
        to: 'if (write && this.host.claims.has(attempt)) {\n      this.host.claims.end(attempt);\n      return this.proceed(attempt.request);\n    }',
      },
    ],
  },
  'claim-before-its-right': {
    part: 'once elsewhere',
    mistake: 'A branch hands on a request before it has applied the write that gave it the right.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: '    if (by && !includesWrite(this.host.replica.applied, by)) return;\n',
        to: '',
      },
    ],
  },
  'claim-does-not-say-by-what': {
    part: 'once elsewhere',
    mistake: 'A branch that is asked for a request is not told by which write it has the right.',
    changes: [
      {
        file: 'src/core/claims.ts',
        from: 'by: claim.by });',
        to: 'by: undefined });',
      },
    ],
  },
  'takes-what-is-for-others': {
    part: 'once elsewhere',
    mistake: 'A branch goes on with a request that was handed to another one.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: '} else if (fact.receiver === self) {',
        to: '} else if (fact.receiver) {',
      },
    ],
  },
  'claim-for-ever': {
    part: 'once elsewhere',
    mistake: 'Nobody looks at the deadline of a request that is claimed from another branch.',
    changes: [
      {
        file: 'src/core/claims.ts',
        from: 'attempt.request.deadlineMs',
        to: '1e12',
      },
    ],
  },
  'void-is-forgotten': {
    part: 'once elsewhere',
    mistake: 'A branch that refuses for good writes so, and does not remember.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: '{ reason });\n    session.learn(counter, fact);',
        to: '{ reason });',
      },
    ],
  },
  'voids-are-not-learnt': {
    part: 'once elsewhere',
    mistake: 'A refusal for good is no news to other branches, nor to one that begins again.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'if (counter === 0) return;',
        to: 'if (counter === 0 || kind === WriteKind.void) return;',
      },
    ],
  },
  'void-does-not-count': {
    part: 'once elsewhere',
    mistake: 'A retry looks whether its request has taken effect, and not whether it was refused for good.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'if (fact && !fact.receiver) {',
        to: 'if (fact && isEffect(fact)) {',
      },
    ],
  },
  'final-without-a-void': {
    part: 'once elsewhere',
    mistake: 'A refusal is said to be final, and nothing is written.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'if (!hasName(request) || !this.mayWrite) return this.settle(request, this.refusal(reason, explanation));',
        to: 'if (request) return this.settle(request, { ...this.refusal(reason, explanation), final: true });',
      },
    ],
  },
  'result-with-another-view': {
    part: 'once elsewhere',
    mistake: 'A result from another branch is told with the vector of the branch that tells it.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'const outcome = writtenAs(fact);',
        to: 'const outcome = { ...writtenAs(fact), view: { ...viewOf(fact), others: this.view().others } };',
      },
    ],
  },
  'acks-of-another-branch': {
    part: 'once elsewhere',
    mistake: 'Who has a write of another branch is counted as if it were an own one.',
    changes: [
      {
        file: 'src/core/acknowledgements.ts',
        from: 'if (id.origin === this.self) this.waitForOwn',
        to: 'if (id.origin) this.waitForOwn',
      },
    ],
  },
  'settled-off-by-one': {
    part: 'once elsewhere',
    mistake: 'A session that settles all before a request settles that request as well.',
    changes: [
      {
        file: 'src/core/once.ts',
        from: 'return counter < this.watermark;',
        to: 'return counter <= this.watermark && this.watermark > 0;',
      },
    ],
  },
  'settled-is-done-again': {
    part: 'once elsewhere',
    mistake: 'A request that its session has settled is carried out when it comes late.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: '    if (session.isSettled(counter)) return this.refuse(request, this.settled(counter));\n',
        to: '',
      },
    ],
  },
  'view-is-not-renewed': {
    part: 'once elsewhere',
    mistake: 'A branch answers with the vector that it had before it applied the writes of others.',
    changes: [
      {
        file: 'src/core/serving.ts',
        from: 'released(advanced: ReadonlySet<OriginId>): void {\n    this.sharedOthers = undefined;',
        to: 'released(advanced: ReadonlySet<OriginId>): void {',
      },
    ],
  },

  // On the wire

  'counters-left-out': {
    part: 'wire',
    mistake: 'A logged write does not carry the counter of its request.',
    changes: [
      {
        file: 'src/wire/write-batch.ts',
        from: 'counters: batch.counters,',
        to: 'counters: batch.counters.map((counter, i) => ((batch.kinds[i] as number) > WriteKind.grant ? counter : 0)),',
      },
    ],
  },
  'labels-left-out': {
    part: 'wire',
    mistake: 'The name of an account does not travel.',
    changes: [{ file: 'src/wire/write-batch.ts', from: 'labels: batch.labels,', to: "labels: batch.labels.map(() => '')," }],
  },
  'vector-loses-an-entry': {
    part: 'wire',
    mistake: 'The first entry of a vector does not travel.',
    changes: [
      {
        file: 'src/wire/vectors.ts',
        from: 'for (const [origin, sequence] of vector) {',
        to: 'for (const [origin, sequence] of [...vector].slice(vector.size > 1 ? 1 : 0)) {',
      },
    ],
  },
  'amount-in-32-bits': {
    part: 'wire',
    mistake: 'Amounts above 2^32 are cut.',
    changes: [
      {
        file: 'src/wire/write-batch.ts',
        from: 'amountsMinor: batch.amounts,',
        to: 'amountsMinor: batch.amounts.map((amount) => amount >>> 0 || amount),',
      },
    ],
  },

  // The chain of batches

  'chain-is-broken': {
    part: 'chain',
    mistake: 'A batch names the batch before the last one of its origin.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '      this.replica.closed(own);\n',
        to: '',
      },
    ],
  },
  'chain-of-pending': {
    part: 'chain',
    mistake: 'A branch keeps the digest of the first batch of an origin, and not of the last.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: '    this.digests.set(origin, batch.digest as string);',
        to: '    if (!known) this.digests.set(origin, batch.digest as string);',
      },
    ],
  },

  // Histories: what the checker reads

  'history-counts-the-write': {
    part: 'histories',
    mistake: 'The vector of a write includes the write itself.',
    changes: [
      {
        file: 'src/domain/history.ts',
        from: 'sequence: view.own }, vector: before(view) };',
        to: 'sequence: view.own }, vector: viewVector(view) };',
      },
    ],
  },
  'history-takes-maybe-for-no': {
    part: 'histories',
    mistake: 'An operation whose outcome nobody knows is recorded as one without effect.',
    changes: [
      {
        file: 'src/sim/record.ts',
        from: "return { outcome: 'info', reason: 'OUTCOME_UNKNOWN', applied: 'maybe', message };",
        to: "return { outcome: 'fail', reason: 'OUTCOME_UNKNOWN', applied: 'maybe', message };",
      },
    ],
  },
  'history-without-grants': {
    part: 'histories',
    mistake: 'The log that is recorded leaves out what no customer has asked for.',
    changes: [
      {
        file: 'src/sim/history-tap.ts',
        from: "for (const write of writesOf(batch)) this.work(branch, { kind: 'logged', write });",
        to: "for (const write of writesOf(batch)) if (write.request) this.work(branch, { kind: 'logged', write });",
      },
    ],
  },
};
