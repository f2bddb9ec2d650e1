/** What leaves when, and what a restart finds. @type {import('../catalogue.mjs').Plants} */
export const DURABILITY = {
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
        file: 'src/core/decisions.ts',
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
        file: 'src/core/greetings.ts',
        from: "    this.host.outbox.push({ kind: 'send', peer, message });",
        to: "    this.host.outbox.pushNow({ kind: 'send', peer, message });",
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
        file: 'src/core/rebuilding.ts',
        from: "const receipt = replica.receiveAgain(batch);\n      assert(receipt !== 'fork',",
        to: "const receipt = replica.receiveAgain({ ...batch, counters: batch.counters.map(() => 0) });\n      assert(receipt !== 'fork',",
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
        file: 'src/core/rebuilding.ts',
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
};
