UPDATE logs SET "line" = upper("line") WHERE "id" = 1;
