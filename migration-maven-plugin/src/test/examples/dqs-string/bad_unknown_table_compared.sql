DELETE FROM logs WHERE state = "old" AND id = 1;
