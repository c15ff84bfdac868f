def build = evaluate(new File(checks))

build.reported('target/migration/crash-test')
def metrics = build.metrics('target/migration/crash-test')
assert !metrics.gate.failed
// What Liquibase leaves of itself is a note, and fails no project.
assert metrics.findings.every { it.rule == 'crash-leaves-lock' && it.severity == 'INFO' }: metrics.findings
def drills = metrics.crashes.drills
assert drills.size() == 2
assert drills*.kills.flatten().every { it.outcome in ['BEFORE', 'AFTER'] && it.evidence == [] }: drills*.kills
assert drills[0].kills*.victim.toSet() == ['RUNNER'] as Set
assert drills[0].notes.any { it.startsWith('The server was not killed: sqlite') }
assert drills[1].kills*.victim.toSet() == ['SERVER', 'RUNNER'] as Set
assert drills.every { it.twoRunners.fine }: drills*.twoRunners
assert drills[0].faults.trials*.fault == ['LOCK_TIMEOUT', 'NO_ROOM']
assert drills[1].faults.trials*.fault.unique() == ['ANSWER_LOST', 'LOCK_TIMEOUT', 'LONG_TRANSACTION', 'NO_ROOM']
assert drills*.faults.trials.flatten().every { it.ended && it.outcome in ['BEFORE', 'AFTER'] }: drills*.faults
