-- The newest run of each scene. Times are milliseconds since 1970.
create table scene_run (
    scene_id integer primary key,
    at_time bigint not null,
    actor varchar(200) not null,
    outputs integer not null,
    done integer not null,
    failed integer not null
);
