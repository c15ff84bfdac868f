evaluate(new File(checks)).takes(new File(shared, '../it/test-broken-rollback-fails'))
