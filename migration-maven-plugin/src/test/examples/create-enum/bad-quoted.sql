create type "Shop"."Status" as enum ('on hold');
