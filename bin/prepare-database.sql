-- What the service finds in a private cluster: the database riskmap with PostGIS, its owner riskmap (no superuser), and
-- riskmap_reader, which may read. Run at every start; each statement may be repeated.

\getenv owner_password OWNER_PASSWORD
\getenv reader_password READER_PASSWORD

select 'create role riskmap login createrole'
where not exists (select from pg_roles where rolname = 'riskmap')
\gexec
select 'create role riskmap_reader login'
where not exists (select from pg_roles where rolname = 'riskmap_reader')
\gexec
alter role riskmap password :'owner_password';
alter role riskmap_reader password :'reader_password';
alter role riskmap_reader set default_transaction_read_only = on;
alter role riskmap_reader set search_path = risk, public;
alter role riskmap_reader set statement_timeout = '10min';

select 'create database riskmap owner riskmap'
where not exists (select from pg_database where datname = 'riskmap')
\gexec
\connect riskmap
create extension if not exists postgis;
