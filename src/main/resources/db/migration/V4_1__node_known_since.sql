-- Since when each node is known, for those who have to find out what it is.
alter table node add column known_since timestamp with time zone default current_timestamp not null;
