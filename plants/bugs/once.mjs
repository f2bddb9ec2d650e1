/** How a request takes effect once, wherever it is retried, and on how many branches. @type {import('../catalogue.mjs').Plants} */
export const ONCE = {
  // Acknowledgement levels

  'majority-is-half': {
    part: 'acknowledgements',
    mistake: 'Half of the branches count as a majority.',
    changes: [
      {
        file: 'src/core/decisions.ts',
        from: 'const needed = branchesNeeded(request.acks, membership.members.length);',
        to: "const size = membership.members.length;\n    const needed = request.acks === 'majority' ? Math.ceil(size / 2) : branchesNeeded(request.acks, size);",
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
        file: 'src/core/decisions.ts',
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
        file: 'src/core/decisions.ts',
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
        file: 'src/core/decisions.ts',
        from: 'if (sameOperation(attempt.request.operation, request.operation)) this.attach(request, attempt);',
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
        file: 'src/core/decisions.ts',
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
        file: 'src/core/decisions.ts',
        from: ' === this.host.self && !(fact && !fact.receiver);',
        to: ' === this.host.self;',
      },
    ],
  },
  'cedes-what-is-being-decided': {
    part: 'once elsewhere',
    mistake: 'A request is handed over while it is being decided.',
    changes: [
      {
        file: 'src/core/decisions.ts',
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
        file: 'src/core/decisions.ts',
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
        file: 'src/core/decisions.ts',
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
        file: 'src/core/decisions.ts',
        from: 'this.answerClaim(from, session, counter, this.cede(session, counter, from));',
        to: 'this.answerClaim(from, session, counter, undefined);',
      },
      {
        file: 'src/core/decisions.ts',
        from: '    this.settle(attempt.request, this.settled(counter));\n  }\n\n  /** Branches have left',
        to: '    this.way.proceed(attempt.request);\n  }\n\n  /** Branches have left',
      },
    ],
  },
  'claim-is-not-looked-up': {
    part: 'once elsewhere',
    mistake: 'Any answer to a claim is taken for a cession, before the write is there that tells.',
    changes: [
      {
        file: 'src/core/decisions.ts',
        from: 'if (write) return this.host.claims.answered(attempt, write);',
        to: 'if (write && this.host.claims.has(attempt)) {\n      this.host.claims.end(attempt);\n      return this.way.proceed(attempt.request);\n    }',
      },
    ],
  },
  'claim-before-its-right': {
    part: 'once elsewhere',
    mistake: 'A branch hands on a request before it has applied the write that gave it the right.',
    changes: [
      {
        file: 'src/core/decisions.ts',
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
        file: 'src/core/decisions.ts',
        from: 'this.goTo(this.heirOf(fact.receiver), attempt, fact.id);',
        to: 'this.way.proceed(attempt.request);',
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
        file: 'src/core/decisions.ts',
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
        file: 'src/core/decisions.ts',
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
        file: 'src/core/decisions.ts',
        from: 'if (!hasName(request.operation.kind, request.counter) || !this.mayWrite)',
        to: 'if (request) return this.settle(request, { ...this.refusal(reason, explanation), final: true });\n    if (!request)',
      },
    ],
  },
  'result-with-another-view': {
    part: 'once elsewhere',
    mistake: 'A result from another branch is told with the vector of the branch that tells it.',
    changes: [
      {
        file: 'src/core/decisions.ts',
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
        file: 'src/core/decisions.ts',
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
        file: 'src/core/decisions.ts',
        from: 'viewChanged(): void {\n    this.sharedOthers = undefined;',
        to: 'viewChanged(): void {',
      },
    ],
  },
};
