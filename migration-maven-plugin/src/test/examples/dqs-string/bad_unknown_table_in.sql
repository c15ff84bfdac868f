DELETE FROM logs WHERE id < 5 AND state IN ("old", "gone");
