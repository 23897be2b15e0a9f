-- A secret address at which a calendar reads the deadlines of one person at one organisation. Only the hash of the secret
-- is kept; who takes the address away deletes the row.
create table agenda.calendar_feed (
    region_id uuid not null,
    id uuid not null,
    org_id uuid not null,
    version bigint not null default 0,
    account_id uuid not null,
    secret_hash bytea not null check (octet_length(secret_hash) = 32),
    made_at timestamptz not null,
    primary key (region_id, id),
    unique (region_id, org_id, account_id)
);
select sec.protect('agenda.calendar_feed');
grant select, insert, update, delete on agenda.calendar_feed to scope_school, scope_district, scope_region;
create policy calendar_feed_own on agenda.calendar_feed for all to scope_school, scope_district, scope_region
    using (region_id = (select sec.region_id()) and org_id = (select sec.org()) and account_id = (select sec.account_id()))
    with check (region_id = (select sec.region_id()) and org_id = (select sec.org()) and account_id = (select sec.account_id()));
-- A calendar signs in as nobody: the system of the organisation compares the secret.
create policy calendar_feed_system on agenda.calendar_feed for select to scope_school, scope_district, scope_region
    using (region_id = (select sec.region_id()) and org_id = (select sec.org()) and (select sec.account_id()) is null);
