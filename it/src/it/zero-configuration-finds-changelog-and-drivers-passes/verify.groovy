def build = evaluate(new File(checks))

build.reported()
assert build.metrics().changelogs.collect { it.location }.any { it.endsWith('db/changelog/db.changelog-master.xml') }
// The only driver of this project is SQLite's.
assert build.metrics().databases.collect { it.product } == ['sqlite']
