import groovy.json.JsonSlurper

def build = evaluate(new File(checks))

build.reported()
build.verdictIs('written-in-java', 'REVERSIBLE')
assert build.metrics().changelogs.collect { [it.engineVersion, it.engineOrigin] } == [['4.27.0', 'from the project']]
def sqlite = build.metrics().databases
assert sqlite.size() == 2
assert sqlite[1].serverVersion == '3.45.3' && sqlite[1].driverVersion == 'SQLite JDBC 3.45.3.0'
assert sqlite[0].serverVersion != '3.45.3' && sqlite[0].driverVersion != sqlite[1].driverVersion

def validated = new JsonSlurper().parse(new File(basedir, 'target/migration/validate/metrics.json'))
assert validated.changelogs.collect { [it.engineVersion, it.engineOrigin] } == [['4.27.0', 'from the project']]

def log = new File(basedir, 'build.log').text
assert log.count('(liquibase 4.27.0 from the project, 1 migrations)') == 2
assert log.contains('Database: sqlite 3.45.3 (embedded, throw-away), SQLite JDBC 3.45.3.0')
def page = new File(basedir, 'target/migration/report/index.html').text
assert page.contains('liquibase 4.27.0 from the project')
assert page.contains('SQLite JDBC 3.45.3.0')
