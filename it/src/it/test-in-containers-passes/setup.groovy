evaluate(new File(checks)).takes(new File(shared, 'clean-changelog'))
