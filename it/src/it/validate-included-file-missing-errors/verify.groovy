def build = evaluate(new File(checks))

build.failsNamed('releases/2.0.xml')
