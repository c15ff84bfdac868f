def build = evaluate(new File(checks))

build.reported('target/migration/validate')
build.failedByMigrations('rollback-missing', 'without-rollback')
assert build.errors('target/migration/validate').collect { it.migration.split('::')[1] } == ['without-rollback']
