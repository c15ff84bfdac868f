--@ rows places 40
UPDATE places SET open = (state = 'open');
