--@ versions 13 16
ALTER TABLE measurements DETACH PARTITION measurements_2019;
