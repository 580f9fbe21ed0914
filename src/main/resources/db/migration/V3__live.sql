-- The last reading of every point, to be shown with its true age after a restart.
create table latest (
    point_id integer primary key,
    number double precision, -- null when it could not be read
    given varchar(20) not null,
    reason varchar(200) not null,
    measured_at bigint not null, -- milliseconds since 1970
    learned bigint -- the interval that was learned, in milliseconds
);
