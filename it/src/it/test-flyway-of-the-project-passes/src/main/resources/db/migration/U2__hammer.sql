delete from tools where name = 'hammer';
