create schema if not exists monitoring;
select sec.open_schema('monitoring');

-- What is to be reached, in tenths of a per cent.
create table monitoring.target (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    indicator text not null,
    year int not null check (year between 2000 and 2200),
    tenths int not null check (tenths between 0 and 1000),
    primary key (region_id, id),
    unique (region_id, org_id, indicator, year)
);
select sec.protect('monitoring.target', school => 'read', district => 'own', region => 'own');
-- A district and a school measure themselves against the region's target unless they have one of their own.
create index target_of_region on monitoring.target (region_id, indicator, year);

-- To how many people or enterprises an indicator relates; comes from outside the programme, with its source.
create table monitoring.denominator (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version int not null,
    indicator text not null,
    year int not null check (year between 2000 and 2200),
    total bigint not null check (total >= 0),
    source text not null,
    entered_at timestamptz not null,
    primary key (region_id, id),
    unique (region_id, org_id, indicator, year)
);
select sec.protect('monitoring.denominator', school => 'write', district => 'own', region => 'own');

-- A roll-up of a region: a request, its progress and its end. The newest finished one is what everybody sees.
create table monitoring.roll_up (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    state text not null check (state in ('REQUESTED', 'RUNNING', 'DONE', 'FAILED')),
    as_of date not null,
    requested_at timestamptz not null,
    beat_at timestamptz not null,
    finished_at timestamptz,
    parts_total int not null default 0,
    parts_done int not null default 0,
    failure text,
    primary key (region_id, id)
);
create index roll_up_by_time on monitoring.roll_up (region_id, org_id, requested_at desc);
-- One at a time in a region.
create unique index roll_up_only_one_open on monitoring.roll_up (region_id, org_id) where state in ('REQUESTED', 'RUNNING');
select sec.protect('monitoring.roll_up', region => 'own');
grant select, insert, update, delete on monitoring.roll_up to scope_rollup;
create policy roll_up_rollup on monitoring.roll_up for all to scope_rollup
    using (region_id = (select sec.region_id()) and org_id = (select sec.org()))
    with check (region_id = (select sec.region_id()) and org_id = (select sec.org()));

-- Counts by organisation; shares are computed when they are shown. Each roll-up writes a set of its own, readers switch to it
-- when it is complete.
create table monitoring.fact (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    roll_up_id uuid not null,
    year int not null,
    indicator text not null,
    n bigint not null check (n >= 0),
    total bigint,
    primary key (region_id, id),
    unique (region_id, org_id, roll_up_id, year, indicator)
);
select sec.protect('monitoring.fact', school => 'read', district => 'read', region => 'read');
grant select, insert, update, delete on monitoring.fact to scope_rollup;
create policy fact_rollup on monitoring.fact for all to scope_rollup
    using (region_id = (select sec.region_id())) with check (region_id = (select sec.region_id()));

-- Which set is shown. One row for each organisation, so that every level finds it among its own rows.
create table monitoring.shown (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    roll_up_id uuid not null,
    as_of date not null,
    computed_at timestamptz not null,
    primary key (region_id, id),
    unique (region_id, org_id)
);
select sec.protect('monitoring.shown', school => 'read', district => 'read', region => 'read');
grant select, insert, update, delete on monitoring.shown to scope_rollup;
create policy shown_rollup on monitoring.shown for all to scope_rollup
    using (region_id = (select sec.region_id())) with check (region_id = (select sec.region_id()));

-- The region's targets for those who stand below it and may not read its rows.
create function monitoring.targets_of_region(wanted_year int) returns table (indicator text, year int, tenths int)
language sql stable security definer set search_path = pg_catalog as $$
    select t.indicator, t.year, t.tenths from monitoring.target t
    join sec.org o on o.id = t.org_id and o.kind = 'REGION'
    where t.region_id = sec.region_id() and t.year <= wanted_year
$$;
revoke execute on function monitoring.targets_of_region(int) from public;
grant execute on function monitoring.targets_of_region(int) to infra;
create policy target_owner on monitoring.target for select to mentoring_owner using (region_id = (select sec.region_id()));
