-- By which nodes told that the air had changed; the newest ten thousand stay.
create table co2_event (
    number bigint generated always as identity primary key,
    at_time bigint not null, -- milliseconds since 1970
    location varchar(1000) not null,
    node_id integer, -- names a node without holding it
    level integer not null,
    rising boolean not null,
    ppm integer not null
);
