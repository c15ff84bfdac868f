def build = evaluate(new File(checks))

build.failsNamed('db.changelog-master.xml')
// The parser's own line, where the wrong end tag stands.
assert build.failureLines.any { it =~ /db\.changelog-master\.xml.*\b5\b/ || it =~ /line(Number)?:? ?5\b/ }
// Nothing is lost: the report says it, too.
build.reported('target/migration/validate')
