UPDATE logs SET "line" = "text" WHERE "id" = 1 AND "line" <> "text" AND id = "logs"."id";
