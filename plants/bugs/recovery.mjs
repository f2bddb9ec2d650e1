/** What would stop a branch that others know to have written more than it has. */
const NO_HALT = {
  file: 'src/core/greetings.ts',
  from: 'if (recovery.isWhole && theirs > ours)',
  to: 'if (theirs < 0)',
};

/** What a branch does before it writes again. @type {import('../catalogue.mjs').Plants} */
export const RECOVERY = {
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
        from: 'if (state.isTrusted) {',
        to: 'if (state.isTrusted !== undefined) {',
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
        file: 'src/core/greetings.ts',
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
        from: '    this.recovery.decide();\n    this.serving.released(origins);',
        to: '    this.serving.released(origins);',
      },
    ],
  },
  'recovery-does-not-fetch': {
    part: 'recovery',
    mistake: 'A branch never asks for writes of its own.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: 'hasAllOwn: () => this.recovery.isWhole',
        to: 'hasAllOwn: () => true',
      },
    ],
  },
  'recovery-resumes-too-early': {
    part: 'recovery',
    mistake: 'A branch goes on writing where its directory ended, not where the writes end that it got back.',
    changes: [
      {
        file: 'src/core/branch.ts',
        from: '    this.recovery.begin(kept);',
        to: '    resume(this.config.origin, this.replica, this.log);\n    this.recovery.begin(kept);',
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
        file: 'src/core/rebuilding.ts',
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
        from: '    this.rebuilding.takeStrays();\n',
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
        from: 'if (!recovery.isSure) return',
        to: 'if (recovery.isSure === undefined) return',
      },
    ],
  },
  'grants-while-unsure': {
    part: 'recovery',
    mistake: 'A branch grants allowance before it is sure of its own writes.',
    changes: [
      {
        file: 'src/core/decisions.ts',
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
        file: 'src/core/decisions.ts',
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
};
