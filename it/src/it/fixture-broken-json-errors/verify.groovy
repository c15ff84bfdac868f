def build = evaluate(new File(checks))

build.failedBySetup('test_data/sample_tools.json:3', 'not well-formed JSON')
build.reported()
// Found before a database was started.
build.neverSays('Database: ')
