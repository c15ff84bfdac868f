-- name: money is neither made nor lost
-- unchanged
select sum(balance) as total from account;

-- name: nobody owes anything
select id, balance from account where balance < 0;

-- name: never asked of SQLite
-- databases: postgresql
select no_such_function();
