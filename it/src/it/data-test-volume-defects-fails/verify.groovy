def build = evaluate(new File(checks))
def output = 'target/migration/data-test'

// Twenty rows tell nothing of it.
build.reported()
assert build.errors().isEmpty()
['create-event', 'number-events', 'hide-kinds'].each { build.verdictIs(it, 'REVERSIBLE') }

build.reported(output)
build.failedByMigrations('number-events', 'hide-kinds')
build.verdictIs('create-event', 'REVERSIBLE', output)
build.verdictIs('number-events', 'MIGRATION_FAILS', output)
build.verdictIs('hide-kinds', 'REVERSIBLE_WITH_DATA_LOSS', output)
def errors = build.errors(output)
assert errors.collect { it.rule }.toSet() == ['migration-fails-on-data', 'rollback-loses-data'] as Set
assert errors.findAll { it.rule == 'rollback-loses-data' }.every { it.evidence.join(' ').contains('10000 rows of') }: errors
