def build = evaluate(new File(checks))

build.reported()
build.failedByMigrations()

// Found without a word in the pom.
assert build.metrics().cells.size() == 2
assert build.metrics().changelogs.every { it.engine == 'sql' && it.location == 'db/migrations' }: build.metrics().changelogs

build.verdictIs('000003_add_phone', 'ROLLBACK_INCOMPLETE')
def left = build.errors().findAll { it.migration.contains('000003_add_phone') }
assert left && left.every { it.file == 'db/migrations/000003_add_phone.down.sql' }: left
assert left.any { finding -> finding.evidence.any { it.contains('phone') } }: left

['000001_create_users', '000002_add_email', '000004_create_login'].each { build.verdictIs(it, 'REVERSIBLE') }
true
