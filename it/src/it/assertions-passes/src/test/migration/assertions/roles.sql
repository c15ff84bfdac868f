-- name: the roles that the program knows
-- from: create-role
-- expect: 3
select count(*) from role where name in ('reader', 'writer', 'owner');
