def build = evaluate(new File(checks))

build.reported('target/migration/rollback')
build.failedByMigrations()
// Both numbers: what it took and the limit.
assert build.errors('target/migration/rollback').find { it.rule == 'rollback-too-slow' }
assert build.failureLines.any { it =~ /\b1 ms\b/ }
