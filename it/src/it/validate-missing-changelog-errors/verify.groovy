def build = evaluate(new File(checks))

build.failedBySetup('does-not-exist.xml')
