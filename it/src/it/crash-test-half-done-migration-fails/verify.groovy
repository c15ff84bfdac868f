def build = evaluate(new File(checks))

build.failedByMigrations(
        'crash-not-resumable', 'DROP INDEX public.customer_name; then: liquibase update')

build.reported('target/migration/crash-test')
def metrics = build.metrics('target/migration/crash-test')
def drill = metrics.crashes.drills[0]
assert drill.notDrilled == ''
assert drill.kills*.victim.toSet() == ['SERVER', 'RUNNER'] as Set
// Nothing had happened before the first statement; afterwards the index is there and nobody has noted it.
assert drill.kills.findAll { it.statement == 1 }*.outcome.every { it == 'BEFORE' }: drill.kills
assert drill.kills.findAll { it.statement == 2 }.every { it.state == 'BETWEEN' && it.outcome == 'NOT_RESUMABLE' }: drill.kills
assert drill.kills.findAll { it.statement == 2 }*.evidence.flatten().any { it.contains('"customer_name" already exists') }
assert drill.kills.every { it.released.endsWith('was released: its owner is dead') }: drill.kills*.released
assert drill.twoRunners.fine: drill.twoRunners
assert new File(basedir, 'target/migration/crash-test/report/index.html').text.contains('id="mmp-crashes"')
