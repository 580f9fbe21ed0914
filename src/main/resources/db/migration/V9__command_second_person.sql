-- The other person who agreed to a command; empty where none was needed.
alter table command add column with_person varchar(200) default '' not null;
