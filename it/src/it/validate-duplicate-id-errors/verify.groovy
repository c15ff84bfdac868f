def build = evaluate(new File(checks))

build.failsNamed('db.changelog-master.sql')
build.says('twice')
// Nothing is lost: the report says it, too.
build.reported('target/migration/validate')
