def build = evaluate(new File(checks))

build.failedBySetup('no-such', 'redis-server', 'Check that the file is there')
build.reported()
