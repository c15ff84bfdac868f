select 1;;
$$ unfinished