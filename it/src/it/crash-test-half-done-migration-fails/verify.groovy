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
def late = drill.kills.findAll { it.statement > 1 && it.migration.contains('find-by-name') }
assert late.every { it.state == 'BETWEEN' && it.outcome == 'NOT_RESUMABLE' }: drill.kills
assert late*.evidence.flatten().any { it.contains('"customer_name" already exists') }
// Killed in between, an index that may be there already is gone on with. Whoever waits in vain for a transaction leaves it invalid.
assert drill.kills.findAll { it.migration.contains('find-by-nick') }*.outcome.every { it in ['BEFORE', 'RESUMABLE'] }: drill.kills
assert drill.faults.notTried == ''
assert drill.faults.trials*.fault == ['LONG_TRANSACTION']
assert drill.faults.trials*.outcome == ['HIDDEN_DAMAGE']: drill.faults
assert drill.faults.trials[0].blockers[0] =~ /process \d+ \(.*idle in transaction.*LOCK TABLE public.customer/: drill.faults
def hidden = metrics.findings.findAll { it.rule == 'fault-hidden-damage' }
assert hidden*.migration == ['db/changelog/db.changelog-master.sql::find-by-nick::mia']: metrics.findings
assert hidden[0].line == 13 && drill.database == 'postgresql-18-embedded': hidden
assert hidden[0].evidence.any { it.endsWith('index public.customer_nick on public.customer: valid was yes, is no') }: hidden
assert hidden[0].remedy.startsWith('By hand, after such a fault: DROP INDEX CONCURRENTLY public.customer_nick;'): hidden
assert drill.kills.every { it.released.endsWith('was released: its owner is dead') }: drill.kills*.released
assert drill.twoRunners.fine: drill.twoRunners
assert new File(basedir, 'target/migration/crash-test/report/index.html').text.contains('id="mmp-crashes"')
