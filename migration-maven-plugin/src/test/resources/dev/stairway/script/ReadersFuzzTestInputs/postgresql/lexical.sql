select U&"\0041\+01F600", E'a\'b', $a$ ; $b$ $a$, 1_000, 0xFF, a ?| b, @-1 from t;
create function f() returns int begin atomic select 1; end;
/* /* */ */ -- x
select ;
