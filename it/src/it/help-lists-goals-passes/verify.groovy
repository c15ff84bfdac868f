def build = evaluate(new File(checks))

build.says('migration:validate', 'migration:test', 'migration:data-test', 'migration:rollback', 'migration:verify', 'migration:perf', 'migration:safety', 'migration:cross-db', 'migration:backup-test', 'migration:crash-test', 'migration:profile', 'migration:report', 'migration:report-aggregate', 'migration:clean', 'migration:verify-audit', 'migration:health', 'migration:status', 'migration:upgrade', 'migration:downgrade', 'migration:backup', 'migration:restore')
build.says('migration.skip', 'migration.databases', 'migration.failOnSeverity')
