delete from shop.roles where id in (1, 2, 3);
insert into shop.roles (id, name) values (1, 'admin'), (2, 'editor'), (3, 'reader');
