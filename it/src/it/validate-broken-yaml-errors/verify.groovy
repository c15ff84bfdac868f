def build = evaluate(new File(checks))

build.failsNamed('db.changelog-master.yaml')
assert build.failureLines.any { it =~ /(?i)line:? ?\d/ || it =~ /yaml:\d/ }
// Nothing is lost: the report says it, too.
build.reported('target/migration/validate')
