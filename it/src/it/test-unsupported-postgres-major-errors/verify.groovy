def build = evaluate(new File(checks))

build.failedBySetup('PostgreSQL 9')
// What to write instead.
build.says('14', '18')
build.reported()
