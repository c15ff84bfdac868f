def build = evaluate(new File(checks))

build.failsNamed('releases/2.0.xml')
// Nothing is lost: the report says it, too.
build.reported('target/migration/validate')
