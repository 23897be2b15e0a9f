-- Who may see what is proven here, not believed. A transaction says which assignment it works under by a random handle;
-- the policies of all tenant tables look the assignment up and get region and organisation from it. A number written
-- into a variable by an attacker chooses nothing; a revoked assignment gives no row from the next statement on.
create schema if not exists sec;

-- The directory of organisations. Not personal data; every scope of a region may read its own region's part through
-- sec.organisations().
create table sec.org (
    region_id uuid not null,
    id uuid not null,
    kind text not null check (kind in ('REGION', 'DISTRICT', 'SCHOOL')),
    code text not null,
    name text not null,
    full_name text not null,
    small boolean not null default false,
    listed_from date,
    listed_to date,
    listed_by text,
    closed_on date,
    primary key (region_id, id),
    unique (id),
    unique (region_id, kind, code),
    check (listed_to is null or listed_from <= listed_to)
);
comment on column sec.org.listed_from is 'First day on the approved list of participating schools: before it nothing counts upward (BR13)';

-- The dated tree as a closure: one row for each ancestor, distance 0 for the organisation itself.
create table sec.org_edge (
    region_id uuid not null,
    org_id uuid not null,
    ancestor_id uuid not null,
    distance int not null check (distance >= 0),
    valid daterange not null,
    primary key (region_id, org_id, ancestor_id, valid),
    foreign key (region_id, org_id) references sec.org (region_id, id),
    foreign key (region_id, ancestor_id) references sec.org (region_id, id)
);
create index org_edge_downward on sec.org_edge (ancestor_id, org_id);
create index org_edge_upward on sec.org_edge (org_id, ancestor_id);

-- People who sign in. One account works in any number of organisations, also of different regions.
create table sec.account (
    id uuid not null primary key,
    issuer text not null,
    subject text not null,
    display_name text not null,
    email text not null,
    locale text not null default 'ru' check (locale in ('ru', 'en')),
    unique (issuer, subject)
);

create table sec.assignment (
    id uuid not null primary key,
    handle uuid not null unique default gen_random_uuid(),
    region_id uuid not null,
    org_id uuid not null,
    level text not null check (level in ('school', 'district', 'region', 'rollup')),
    role text not null,
    account_id uuid references sec.account (id),
    kind text not null default 'PERSON' check (kind in ('PERSON', 'SYSTEM')),
    valid tstzrange not null default tstzrange(now(), null),
    revoked_at timestamptz,
    foreign key (region_id, org_id) references sec.org (region_id, id),
    check ((kind = 'PERSON') = (account_id is not null))
);
create unique index assignment_of_the_system on sec.assignment (org_id, level) where kind = 'SYSTEM';
create unique index assignment_once on sec.assignment (account_id, org_id, role) where kind = 'PERSON' and revoked_at is null;
create index assignment_by_org on sec.assignment (org_id, role) where revoked_at is null;

-- The assignment of the running transaction. Its level must be the database role that was taken, or a school's handle
-- could open a region. current_setting('role') tells the role outside this function, also when the function runs with
-- the rights of its owner.
create function sec.region_id() returns uuid language sql stable parallel safe security definer set search_path = pg_catalog as $$
    select a.region_id from sec.assignment a
    where a.handle = nullif(current_setting('app.assignment', true), '')::uuid
      and a.revoked_at is null and a.valid @> now()
      and current_setting('role') = 'scope_' || a.level
$$;

create function sec.org() returns uuid language sql stable parallel safe security definer set search_path = pg_catalog as $$
    select a.org_id from sec.assignment a
    where a.handle = nullif(current_setting('app.assignment', true), '')::uuid
      and a.revoked_at is null and a.valid @> now()
      and current_setting('role') = 'scope_' || a.level
$$;

-- The organisation of the scope and everything below it today.
create function sec.orgs() returns uuid[] language sql stable parallel safe security definer set search_path = pg_catalog as $$
    select array(select e.org_id from sec.org_edge e
                 where e.ancestor_id = sec.org() and e.region_id = sec.region_id() and e.valid @> current_date)
$$;

-- The organisation of the scope, everything above and everything below it today: to whom a task may be given.
create function sec.line() returns uuid[] language sql stable parallel safe security definer set search_path = pg_catalog as $$
    select array(
        select e.org_id from sec.org_edge e
        where e.ancestor_id = sec.org() and e.region_id = sec.region_id() and e.valid @> current_date
        union
        select e.ancestor_id from sec.org_edge e
        where e.org_id = sec.org() and e.region_id = sec.region_id() and e.valid @> current_date)
$$;

create function sec.account_id() returns uuid language sql stable parallel safe security definer set search_path = pg_catalog as $$
    select a.account_id from sec.assignment a
    where a.handle = nullif(current_setting('app.assignment', true), '')::uuid
      and a.revoked_at is null and a.valid @> now()
$$;

create function sec.organisations() returns table (
    region_id uuid, id uuid, kind text, code text, name text, full_name text, small boolean, listed_from date, listed_to date,
    closed_on date, parent_id uuid
) language sql stable security definer set search_path = pg_catalog as $$
    select o.region_id, o.id, o.kind, o.code, o.name, o.full_name, o.small, o.listed_from, o.listed_to, o.closed_on, e.ancestor_id
    from sec.org o
    left join sec.org_edge e on e.org_id = o.id and e.distance = 1 and e.valid @> current_date
    where o.region_id = sec.region_id()
$$;

create function sec.organisation(wanted uuid) returns table (
    region_id uuid, id uuid, kind text, code text, name text, full_name text, small boolean, listed_from date, listed_to date,
    closed_on date, parent_id uuid
) language sql stable security definer set search_path = pg_catalog as $$
    select o.region_id, o.id, o.kind, o.code, o.name, o.full_name, o.small, o.listed_from, o.listed_to, o.closed_on, e.ancestor_id
    from sec.org o
    left join sec.org_edge e on e.org_id = o.id and e.distance = 1 and e.valid @> current_date
    where o.id = wanted and o.region_id = sec.region_id()
$$;

-- The tree as it was on a day.
create function sec.edges(on_day date) returns table (org_id uuid, ancestor_id uuid, distance int)
language sql stable security definer set search_path = pg_catalog as $$
    select e.org_id, e.ancestor_id, e.distance from sec.org_edge e
    where e.region_id = sec.region_id() and e.valid @> on_day
$$;

-- People with a role at an organisation of the scope's line: to whom a letter goes.
create function sec.people(wanted_org uuid, wanted_role text) returns table (id uuid, display_name text, email text, locale text)
language sql stable security definer set search_path = pg_catalog as $$
    select distinct c.id, c.display_name, c.email, c.locale
    from sec.assignment a join sec.account c on c.id = a.account_id
    where a.org_id = wanted_org and a.region_id = sec.region_id() and a.role = wanted_role
      and a.kind = 'PERSON' and a.revoked_at is null and a.valid @> now()
      and wanted_org = any (sec.line())
$$;

-- The name of somebody who works or worked in the scope's region.
create function sec.display_name(account uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
    select c.display_name from sec.account c
    where c.id = account
      and exists (select 1 from sec.assignment a where a.account_id = c.id and a.region_id = sec.region_id())
$$;

-- The next functions decide which scope somebody gets. Only the login role may call them, outside every scope: inside a
-- scope (where all queries over users' input run) they are refused.
create function sec.assignments_of(wanted_issuer text, wanted_subject text) returns table (
    account_id uuid, display_name text, locale text, handle uuid, region_id uuid, org_id uuid, level text, role text, org_name text,
    region_name text
) language sql stable security definer set search_path = pg_catalog as $$
    select c.id, c.display_name, c.locale, a.handle, a.region_id, a.org_id, a.level, a.role, o.name, r.name
    from sec.account c
    join sec.assignment a on a.account_id = c.id and a.revoked_at is null and a.valid @> now()
    join sec.org o on o.id = a.org_id
    join sec.org r on r.region_id = a.region_id and r.kind = 'REGION'
    where c.issuer = wanted_issuer and c.subject = wanted_subject
    order by o.name, a.role
$$;

create function sec.system_handle(wanted_region uuid, wanted_org uuid, wanted_level text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    found uuid;
begin
    select handle into found from sec.assignment
    where region_id = wanted_region and org_id = wanted_org and level = wanted_level and kind = 'SYSTEM' and revoked_at is null;
    if found is null then
        insert into sec.assignment (id, region_id, org_id, level, role, kind)
        values (gen_random_uuid(), wanted_region, wanted_org, wanted_level, 'SYSTEM', 'SYSTEM')
        on conflict do nothing;
        select handle into found from sec.assignment
        where region_id = wanted_region and org_id = wanted_org and level = wanted_level and kind = 'SYSTEM' and revoked_at is null;
    end if;
    return found;
end
$$;

create function sec.org_kind(wanted_region uuid, wanted_org uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
    select kind from sec.org where region_id = wanted_region and id = wanted_org
$$;

-- Regions with their centre, for schedules that visit each of them.
create function sec.regions() returns table (region_id uuid, org_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
    select region_id, id from sec.org where kind = 'REGION' and closed_on is null
$$;

create function sec.open_org(
    new_region uuid, new_id uuid, new_kind text, new_code text, new_name text, new_full_name text, is_small boolean,
    parent uuid, since date, list_from date, list_order text
) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
    if (new_kind = 'REGION') <> (parent is null) then
        raise exception 'only a region stands without a parent' using errcode = 'check_violation';
    end if;
    insert into sec.org (region_id, id, kind, code, name, full_name, small, listed_from, listed_by)
    values (new_region, new_id, new_kind, new_code, new_name, new_full_name, is_small, list_from, list_order);
    insert into sec.org_edge (region_id, org_id, ancestor_id, distance, valid)
    values (new_region, new_id, new_id, 0, daterange(since, null));
    insert into sec.org_edge (region_id, org_id, ancestor_id, distance, valid)
    select new_region, new_id, e.ancestor_id, e.distance + 1, daterange(since, null)
    from sec.org_edge e
    where e.org_id = parent and e.region_id = new_region and e.valid @> since;
    if parent is not null and not found then
        raise exception 'the parent does not belong to the region on that day' using errcode = 'foreign_key_violation';
    end if;
end
$$;

create function sec.enrol(
    new_account uuid, new_issuer text, new_subject text, new_name text, new_email text, to_region uuid, to_org uuid, as_level text,
    as_role text
) returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    account uuid;
begin
    insert into sec.account (id, issuer, subject, display_name, email)
    values (new_account, new_issuer, new_subject, new_name, new_email)
    on conflict (issuer, subject) do update set display_name = excluded.display_name, email = excluded.email
    returning id into account;
    insert into sec.assignment (id, region_id, org_id, level, role, account_id)
    values (gen_random_uuid(), to_region, to_org, as_level, as_role, account)
    on conflict do nothing;
    return account;
end
$$;

create function sec.dismiss(from_account uuid, from_org uuid, as_role text) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    ended int;
begin
    update sec.assignment set revoked_at = now()
    where account_id = from_account and org_id = from_org and role = as_role and revoked_at is null;
    get diagnostics ended = row_count;
    return ended;
end
$$;

revoke execute on all functions in schema sec from public;
grant usage on schema sec to mentoring_app, infra;
grant execute on function sec.region_id(), sec.org(), sec.orgs(), sec.line(), sec.account_id(), sec.organisations(),
    sec.organisation(uuid), sec.edges(date), sec.people(uuid, text), sec.display_name(uuid) to infra;
grant execute on function sec.assignments_of(text, text), sec.system_handle(uuid, uuid, text), sec.org_kind(uuid, uuid),
    sec.regions(), sec.open_org(uuid, uuid, text, text, text, text, boolean, uuid, date, date, text),
    sec.enrol(uuid, text, text, text, text, uuid, uuid, text, text), sec.dismiss(uuid, uuid, text) to mentoring_app;
