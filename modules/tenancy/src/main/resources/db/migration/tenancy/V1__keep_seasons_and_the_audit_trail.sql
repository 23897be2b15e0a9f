create schema if not exists tenancy;
select sec.open_schema('tenancy');

-- One run of the programme in an organisation.
create table tenancy.season (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    track text not null check (track in ('LEARNERS', 'TEACHERS')),
    start_year int not null check (start_year between 2000 and 2200),
    starts_on date not null,
    ends_on date not null,
    active boolean not null,
    version int not null,
    primary key (region_id, id),
    unique (region_id, org_id, track, start_year),
    check (starts_on < ends_on)
);
-- BR1: one active season for each organisation and track.
create unique index season_one_active on tenancy.season (region_id, org_id, track) where active;
select sec.protect('tenancy.season', school => 'write', district => 'own', region => 'own',
    rollup => 'region_id, id, org_id, track, start_year, starts_on, ends_on, active');

-- Who changed or saw what. Entries hold ids and names of fields, never values: an erased person leaves the trail whole.
create schema if not exists audit;
select sec.open_schema('audit');
create table audit.entry (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    at timestamptz not null,
    account_id uuid,
    role text not null,
    action text not null,
    object_type text not null,
    object_id uuid not null,
    fields text not null,
    primary key (region_id, id)
);
create index entry_by_time on audit.entry (region_id, org_id, at desc);
create index entry_by_object on audit.entry (region_id, org_id, object_id, at desc);
select sec.protect('audit.entry', school => 'append', district => 'append', region => 'append');

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger entry_is_append_only before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger entry_is_never_emptied before truncate on audit.entry for each statement execute function audit.refuse_change();

-- For the roll-up: which organisations count upward, and since when.
create view tenancy.published_org with (security_invoker = true) as
    select o.region_id, o.id as org_id, o.kind, o.listed_from, o.listed_to from sec.organisations() o;
grant select on tenancy.published_org to scope_rollup;
