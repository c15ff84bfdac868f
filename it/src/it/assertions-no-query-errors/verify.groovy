def build = evaluate(new File(checks))

build.failedBySetup('An assertion is not a query', 'src/test/migration/assertions/accounts.sql:2', 'SELECT')
// Found before a database was started.
build.neverSays('Database: ')
build.says('delete from account')
// The second time a folder is named on the command line that is not there.
build.says('A file of assertions does not exist', 'Correct <assertions>')
assert build.log.readLines().any { it.contains('Where: ') && it.endsWith('nowhere') }
