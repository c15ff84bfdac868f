def build = evaluate(new File(checks))

build.failedBySetup('does-not-exist.xml')
// Nothing is lost: the report says it, too.
build.reported('target/migration/validate')
