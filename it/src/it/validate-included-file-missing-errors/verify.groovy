def build = evaluate(new File(checks))

// The file that is missing, and the line that asks for it.
build.failsNamed('releases/2.0.xml', 'db.changelog-master.yaml:2')
// Nothing is lost: the report says it, too.
build.reported('target/migration/validate')
