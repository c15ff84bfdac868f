evaluate(new File(checks)).takes(new File(shared, 'drops-a-column'))
