def build = evaluate(new File(checks))

build.failedByMigrations('restore-differs', 'What point-in-time brings back is not what was there before it', 'use catalog-copy')

// Before there is such a table, all is well.
def before = build.metrics('target/migration/before')
assert before.findings == []
assert before.backups.drills[0].trials*.outcome.unique() == ['RESTORED']

// One millisecond is not enough, and both numbers are said.
def slow = build.metrics('target/migration/slow')
assert slow.findings*.rule.unique() == ['restore-too-slow']
assert slow.findings.every { it.title =~ /takes \d+ ms, the limit is 1 ms/ }: slow.findings*.title
assert slow.gate.failed

// What the log does not hold is gone, and another tool has it.
build.reported('target/migration/backup-test')
def lost = build.metrics('target/migration/backup-test')
assert lost.findings.size() == 1
assert lost.findings[0].evidence.any { it.contains('visit') }: lost.findings[0].evidence
def outcomes = lost.backups.drills[0].trials.collectEntries { [(it.tool): it.outcome] }
assert outcomes['point-in-time'] == 'DIFFERS'
assert outcomes['catalog-copy'] == 'RESTORED'
