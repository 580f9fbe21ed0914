-- Which point is which quantity of an announced device, so that it stays the same over restarts.
create table announced_point (
    signal varchar(64) primary key, -- SHA-256, in hex, of what tells it apart
    point_id integer not null unique references point (id)
);
