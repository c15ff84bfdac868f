--@ rows currencies 40
LOCK TABLE currencies IN EXCLUSIVE MODE;
