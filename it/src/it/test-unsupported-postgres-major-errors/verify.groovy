def build = evaluate(new File(checks))

build.failedBySetup('postgresql:9')
// What to write instead.
build.says('14', '18')
build.reported()
