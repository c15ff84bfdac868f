ATTACH ':memory:' AS scratch;
