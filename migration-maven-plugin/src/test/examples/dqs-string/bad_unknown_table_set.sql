UPDATE logs SET state = "old" WHERE id = 1;
