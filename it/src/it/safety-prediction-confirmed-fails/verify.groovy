def build = evaluate(new File(checks))

build.reported('target/migration/safety')
build.failedByMigrations('index-not-concurrent', 'db/changelog/1.1.sql:4', 'CREATE INDEX CONCURRENTLY item_id_note_idx ON item (id, note)')
def errors = build.errors('target/migration/safety')
// The index of the release that makes the table keeps nobody away.
assert errors.collect { it.rule } == ['index-not-concurrent']
assert errors[0].observed == 'CONFIRMED'
assert errors[0].evidence.any { it.startsWith('confirmed: perf, postgresql-18') && it.contains('ShareLock on public.item') }

def safety = build.metrics('target/migration/safety').safety
assert safety.changelogs*.product == ['postgresql']
assert safety.changelogs[0].notCovered == []
assert safety.rules.find { it.id == 'index-not-concurrent' }.confirmed == 1

def sarif = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/migration/safety/migration.sarif'))
assert sarif.version == '2.1.0'
assert sarif.runs[0].results.any { it.ruleId == 'index-not-concurrent' && it.level == 'error' }
assert new groovy.json.JsonSlurper().parse(new File(basedir, 'target/migration/safety/codequality.json')) instanceof List
