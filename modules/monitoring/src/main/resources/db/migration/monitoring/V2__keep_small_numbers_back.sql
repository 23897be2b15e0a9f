-- Exact counts are for the school that they describe and for the roll-up. Above the school only figures are read, in which
-- small numbers of people have been kept back before they were stored.
drop policy fact_district on monitoring.fact;
drop policy fact_region on monitoring.fact;
revoke select on monitoring.fact from scope_district, scope_region;

create table monitoring.figure (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    roll_up_id uuid not null,
    year int not null,
    indicator text not null,
    n bigint check (n >= 0),
    total bigint,
    primary key (region_id, id),
    unique (region_id, org_id, roll_up_id, year, indicator),
    check (n is not null or total is null)
);
comment on column monitoring.figure.n is 'Empty where the number is kept back; an organisation that has not been counted has no row';
select sec.protect('monitoring.figure', district => 'read', region => 'read');
grant select, insert, update, delete on monitoring.figure to scope_rollup;
create policy figure_rollup on monitoring.figure for all to scope_rollup
    using (region_id = (select sec.region_id())) with check (region_id = (select sec.region_id()));

-- Which process counts: another one that has taken over must not be disturbed by one that was believed dead. And since when
-- years are counted, so that a run that is taken up again counts the same ones.
alter table monitoring.roll_up add column holder uuid, add column first_year int;
