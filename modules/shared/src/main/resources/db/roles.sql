-- The roles of the database. Idempotent; run by a superuser once per cluster and again after each release.
-- Passwords are not set here: each installation gives its own with `alter role ... password`.
--
--   mentoring_owner     owns every schema, table and function; subject to row-level security like everybody
--   mentoring_migrator  logs in at deployment only and works as the owner
--   mentoring_app       logs in for the application; holds infrastructure rights and no right on any tenant table
--   scope_*             what one transaction may see: the application takes one of them per transaction
--   infra               rights that every transaction needs besides its scope (sessions, events, locks)
do $$
declare
  name text;
begin
  foreach name in array array['mentoring_owner', 'infra', 'scope_school', 'scope_district', 'scope_region', 'scope_rollup'] loop
    if not exists (select 1 from pg_roles where rolname = name) then
      execute format('create role %I nologin nosuperuser nobypassrls', name);
    end if;
  end loop;
  foreach name in array array['mentoring_migrator', 'mentoring_app'] loop
    if not exists (select 1 from pg_roles where rolname = name) then
      execute format('create role %I login nosuperuser nobypassrls noinherit', name);
    end if;
  end loop;
  execute format('grant create, connect on database %I to mentoring_owner', current_database());
  execute format('grant connect on database %I to mentoring_migrator, mentoring_app', current_database());
end
$$;

grant mentoring_owner to mentoring_migrator;
grant infra to scope_school, scope_district, scope_region, scope_rollup;
grant scope_school, scope_district, scope_region, scope_rollup to mentoring_app;

-- Settings of a role apply at login, not at `set role`, so they stand at the login role.
alter role mentoring_app set statement_timeout = '30s';
alter role mentoring_app set lock_timeout = '5s';
alter role mentoring_app set idle_in_transaction_session_timeout = '60s';
alter role mentoring_migrator set lock_timeout = '10s';
