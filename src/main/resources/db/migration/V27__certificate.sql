-- Certificates that the building's authority has issued, without their keys. Times are milliseconds since 1970.
create table certificate (
    serial varchar(40) primary key, -- hex
    purpose varchar(20) not null,
    name varchar(100) not null,
    names varchar(6000) not null, -- separated by blanks
    key_kind varchar(20) not null,
    from_time bigint not null,
    until_time bigint not null,
    by_name varchar(300) not null,
    content varchar(20000) not null, -- DER, in hex
    revoked_time bigint,
    reason varchar(500) not null
);
create index certificate_by_name on certificate (name);
