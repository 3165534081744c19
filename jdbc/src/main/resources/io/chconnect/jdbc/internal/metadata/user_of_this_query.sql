SELECT user FROM system.processes WHERE query LIKE {mark:String}
