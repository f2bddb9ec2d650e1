// The planted bugs: each a small mistake that somebody could make, in one part of
// the bank. None of them is in the sources; `plant.mjs` builds a bundle that has
// one. That each is found shows that the simulator and the checker are not blind.

/**
 * @typedef {object} Plant
 * @property {string} part Where somebody would have to look for it.
 * @property {string} mistake What was done wrong, in a sentence.
 * @property {{ file: string, from: string, to: string }[]} changes The text that makes it so; `from` is there exactly once.
 */

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
        from: 'if ((this.applied.get(origin) ?? 0) < (batch.dependencySequence[pending.dependency] as number)) return false;',
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
        from: '< (batch.dependencySequence[pending.dependency] as number)) return false;',
        to: '< (batch.dependencySequence[pending.dependency] as number) - 1) return false;',
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
      { file: 'src/core/replica.ts', from: "if (batch.first > received + 1) return 'gap';", to: '' },
      {
        file: 'src/core/replica.ts',
        from: "assert(batch.first === received + 1, 'a batch continues the log where the last one ended');",
        to: '',
      },
    ],
  },
  'batch-taken-twice': {
    part: 'propagation',
    mistake: 'A batch that comes again is applied again.',
    changes: [
      { file: 'src/core/replica.ts', from: "if (lastSequence(batch) <= received) return 'duplicate';", to: '' },
      {
        file: 'src/core/replica.ts',
        from: "assert(batch.first === received + 1, 'a batch continues the log where the last one ended');",
        to: '',
      },
    ],
  },
  'transfer-loses-its-credit': {
    part: 'propagation',
    mistake: 'Other branches apply the debit of a transfer and not its credit.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: '        this.ledger.debit(this.account(batch, batch.accountIndices[i] as number), at, amount);\n        this.ledger.credit(this.account(batch, batch.counterparts[pending.counterpart++] as number), at, amount);',
        to: '        this.ledger.debit(this.account(batch, batch.accountIndices[i] as number), at, amount);\n        pending.counterpart++;',
      },
    ],
  },
  'counterpart-not-consumed': {
    part: 'propagation',
    mistake: 'A grant of a batch does not move on to the next counterpart.',
    changes: [
      {
        file: 'src/core/replica.ts',
        from: 'const to = batch.counterparts[pending.counterpart++] as BranchId;',
        to: 'const to = batch.counterparts[pending.counterpart] as BranchId;',
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
      {
        file: 'src/core/replica.ts',
        from: "if (lastSequence(batch) <= received) return 'duplicate';",
        to: "if (lastSequence(batch) < received) return 'duplicate';",
      },
      {
        file: 'src/core/replica.ts',
        from: "assert(batch.first === received + 1, 'a batch continues the log where the last one ended');",
        to: '',
      },
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
        file: 'src/core/branch.ts',
        from: 'if (allowance < BigInt(operation.amount)) {',
        to: 'if (allowance < BigInt(operation.amount) - 1n) {',
      },
      { file: 'src/core/ledger.ts', from: "assert(left >= 0n, 'an allowance is never negative');", to: '' },
    ],
  },
  'balance-is-enough': {
    part: 'allowances',
    mistake: 'A branch pays out what the account holds, also what other branches may pay out.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'const allowance = allowanceOf(account, this.self);\n    if (allowance <',
        to: 'const allowance = balanceOf(account);\n    if (allowance <',
      },
      { file: 'src/core/ledger.ts', from: "assert(left >= 0n, 'an allowance is never negative');", to: '' },
    ],
  },
  'nothing-is-checked': {
    part: 'allowances',
    mistake: 'A withdrawal never looks at what there is.',
    changes: [
      { file: 'src/core/branch.ts', from: 'if (allowance < BigInt(operation.amount)) {', to: 'if (allowance < 0n) {' },
      { file: 'src/core/ledger.ts', from: "assert(left >= 0n, 'an allowance is never negative');", to: '' },
    ],
  },
  'giver-keeps-its-grant': {
    part: 'allowances',
    mistake: 'A branch that gives allowance away goes on paying it out.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '    this.replica.ledger.grant(account, this.self, to, amount);\n',
        to: '',
      },
      { file: 'src/core/ledger.ts', from: "assert(left >= 0n, 'an allowance is never negative');", to: '' },
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
      { file: 'src/core/ledger.ts', from: "assert(left >= 0n, 'an allowance is never negative');", to: '' },
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
        file: 'src/core/branch.ts',
        from: "    this.outbox.push({ kind: 'reply', request, outcome });",
        to: "    if (outcome.kind === 'balance') this.outbox.pushNow({ kind: 'reply', request, outcome });\n    else this.outbox.push({ kind: 'reply', request, outcome });",
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
        to: '    this.peers.pushUpTo(this.log.last);\n    this.antiEntropy.watch();\n    const effects',
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
    changes: [{ file: 'src/core/rebuild.ts', from: 'log.resumeAfter(last);', to: 'log.resumeAfter(Math.max(0, last - 1));' }],
  },
  'restart-forgets-requests': {
    part: 'restart',
    mistake: 'A branch that restarts does not know any more which requests it has done.',
    changes: [
      {
        file: 'src/core/rebuild.ts',
        from: 'if (!request || request.counter === 0) return;',
        to: 'if (request || !request) return;',
      },
    ],
  },
  'restart-forgets-what-it-follows': {
    part: 'restart',
    mistake: 'The first write after a restart does not say what it follows.',
    changes: [
      {
        file: 'src/core/rebuild.ts',
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
        file: 'src/core/rebuild.ts',
        from: 'for (const batch of batches) {',
        to: 'for (const batch of [...batches].slice(0, -1)) {',
      },
    ],
  },
  'restart-does-not-push': {
    part: 'restart',
    mistake: 'A branch that restarts takes its old writes to be everywhere.',
    changes: [{ file: 'src/core/rebuild.ts', from: '  peers.restored(last);\n', to: '' }],
  },

  'restart-waits-to-be-asked': {
    part: 'restart',
    mistake: 'A branch that restarts does nothing before its first request.',
    changes: [{ file: 'src/driver/driver.ts', from: 'begin(): void {\n    this.scheduleTurn();', to: 'begin(): void {' }],
  },

  // Acknowledgement levels

  'majority-is-half': {
    part: 'acknowledgements',
    mistake: 'Half of the branches count as a majority.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'const needed = branchesNeeded(request.acks, this.config.members.length);',
        to: "const needed = request.acks === 'majority' ? Math.ceil(this.config.members.length / 2) : branchesNeeded(request.acks, this.config.members.length);",
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
        file: 'src/core/branch.ts',
        from: 'done(count >= needed ? outcome : late());',
        to: 'done(count >= 0 ? outcome : late());',
      },
    ],
  },

  // Once

  'retries-are-new': {
    part: 'once',
    mistake: 'A retry is carried out like a new request.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'const earlier = session.find(counter);',
        to: 'const earlier = session.find(-counter);',
      },
    ],
  },
  'retry-with-other-content': {
    part: 'once',
    mistake: 'A request id is all that is compared: other content gets the old answer.',
    changes: [{ file: 'src/core/once.ts', from: 'if (a.amount !== b.amount) return false;', to: '' }],
  },
  'retry-is-not-answered': {
    part: 'once',
    mistake: 'A retry of a request that is still waiting is dropped.',
    changes: [{ file: 'src/core/branch.ts', from: 'earlier.waiting.push(request);', to: '' }],
  },

  // On the wire

  'counters-left-out': {
    part: 'wire',
    mistake: 'A logged write does not carry the counter of its request.',
    changes: [
      { file: 'src/wire/write-batch.ts', from: 'counters: batch.counters,', to: 'counters: batch.counters.map(() => 0),' },
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
