DELETE FROM logs WHERE line = "two words" AND id = 1;
