def build = evaluate(new File(checks))

build.reported()
// A declared loss that did not happen is a declaration to remove.
build.failedByMigrations('create-book')
