-- name: money is neither made nor lost
-- unchanged
select sum(balance) as total from account;

-- name: two customers, two accounts
-- expect: 2
select count(*) from account;

-- name: nobody owes anything
select id form account where balance < 0;
