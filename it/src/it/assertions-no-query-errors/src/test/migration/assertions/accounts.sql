-- name: nobody owes anything
delete from account where balance < 0;
