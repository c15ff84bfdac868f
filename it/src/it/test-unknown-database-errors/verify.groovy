def build = evaluate(new File(checks))

build.failedBySetup('oracel', 'postgresql', 'sqlite')
build.reported()
