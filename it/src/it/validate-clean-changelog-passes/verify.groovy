def build = evaluate(new File(checks))

build.file('target/migration/validate/report/index.html')
assert build.metrics('target/migration/validate').findings.isEmpty()
assert build.metrics('target/migration/validate').changelogs[0].migrations.size() == 3
// It needs no database, so it starts none.
build.neverSays('Database: ')
