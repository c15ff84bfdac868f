def build = evaluate(new File(checks))

build.says('migration:validate', 'migration:test', 'migration:data-test', 'migration:rollback', 'migration:verify', 'migration:perf', 'migration:safety', 'migration:cross-db', 'migration:backup-test', 'migration:crash-test', 'migration:profile', 'migration:report', 'migration:report-aggregate', 'migration:clean', 'migration:verify-audit')
build.says('migration.skip', 'migration.databases', 'migration.failOnSeverity')
