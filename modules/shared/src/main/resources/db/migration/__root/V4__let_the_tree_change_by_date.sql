-- Organisations open, close, are renamed, move, merge and split, each from a day on. What was before that day stays as it was:
-- every question to the tree names its day.

-- Branches, methodical centres and training providers stand in the directory; nobody is given a role there. A branch belongs
-- to its school, a methodical centre works at the desk of its district.
alter table sec.org drop constraint org_kind_check;
alter table sec.org add constraint org_kind_check
    check (kind in ('REGION', 'DISTRICT', 'SCHOOL', 'METHOD_CENTRE', 'BRANCH', 'TRAINING_PROVIDER'));
comment on column sec.org.name is 'At its opening; later names stand in sec.org_name';
comment on column sec.org.closed_on is 'First day on which it does not exist any more';

create table sec.org_name (
    region_id uuid not null,
    org_id uuid not null,
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    name text not null,
    full_name text not null,
    primary key (region_id, org_id, valid),
    foreign key (region_id, org_id) references sec.org (region_id, id)
);

-- Who carries on what another organisation did: its papers and people are looked for there.
create table sec.succession (
    region_id uuid not null,
    predecessor_id uuid not null,
    successor_id uuid not null,
    on_day date not null,
    primary key (region_id, predecessor_id, successor_id),
    foreign key (region_id, predecessor_id) references sec.org (region_id, id),
    foreign key (region_id, successor_id) references sec.org (region_id, id),
    check (predecessor_id <> successor_id)
);
create index succession_backward on sec.succession (successor_id, predecessor_id);

-- When a school was on the approved list of participating schools, and by which order (BR13). A school may leave and return.
create table sec.listing (
    region_id uuid not null,
    org_id uuid not null,
    valid daterange not null check (not isempty(valid) and not lower_inf(valid)),
    order_number text,
    order_date date,
    listed_by uuid,
    primary key (region_id, org_id, valid),
    foreign key (region_id, org_id) references sec.org (region_id, id)
);
insert into sec.listing (region_id, org_id, valid, order_number)
select region_id, id, daterange(listed_from, listed_to, '[]'), listed_by from sec.org where listed_from is not null;
comment on column sec.org.listed_from is 'First day of the present or last time on the list; all times stand in sec.listing';

create or replace function sec.organisations() returns table (
    region_id uuid, id uuid, kind text, code text, name text, full_name text, small boolean, listed_from date, listed_to date,
    closed_on date, parent_id uuid
) language sql stable security definer set search_path = pg_catalog as $$
    select o.region_id, o.id, o.kind, o.code, coalesce(n.name, o.name), coalesce(n.full_name, o.full_name), o.small,
        o.listed_from, o.listed_to, o.closed_on, e.ancestor_id
    from sec.org o
    left join sec.org_edge e on e.org_id = o.id and e.distance = 1 and e.valid @> current_date
    left join sec.org_name n on n.region_id = o.region_id and n.org_id = o.id and n.valid @> current_date
    where o.region_id = sec.region_id()
$$;

create or replace function sec.organisation(wanted uuid) returns table (
    region_id uuid, id uuid, kind text, code text, name text, full_name text, small boolean, listed_from date, listed_to date,
    closed_on date, parent_id uuid
) language sql stable security definer set search_path = pg_catalog as $$
    select o.region_id, o.id, o.kind, o.code, coalesce(n.name, o.name), coalesce(n.full_name, o.full_name), o.small,
        o.listed_from, o.listed_to, o.closed_on, e.ancestor_id
    from sec.org o
    left join sec.org_edge e on e.org_id = o.id and e.distance = 1 and e.valid @> current_date
    left join sec.org_name n on n.region_id = o.region_id and n.org_id = o.id and n.valid @> current_date
    where o.id = wanted and o.region_id = sec.region_id()
$$;

-- The organisations that existed on a day, with the names and in the tree of that day.
create function sec.directory(on_day date) returns table (
    region_id uuid, id uuid, kind text, code text, name text, full_name text, small boolean, opened_on date, closed_on date,
    listed boolean, parent_id uuid
) language sql stable security definer set search_path = pg_catalog as $$
    select o.region_id, o.id, o.kind, o.code, coalesce(n.name, o.name), coalesce(n.full_name, o.full_name), o.small,
        lower(own.valid), upper(own.valid),
        exists (select 1 from sec.listing l where l.region_id = o.region_id and l.org_id = o.id and l.valid @> on_day),
        above.ancestor_id
    from sec.org o
    join sec.org_edge own on own.region_id = o.region_id and own.org_id = o.id and own.distance = 0 and own.valid @> on_day
    left join sec.org_edge above on above.region_id = o.region_id and above.org_id = o.id and above.distance = 1
        and above.valid @> on_day
    left join sec.org_name n on n.region_id = o.region_id and n.org_id = o.id and n.valid @> on_day
    where o.region_id = sec.region_id()
$$;

-- What has happened to an organisation, day by day.
create function sec.past(wanted uuid) returns table (on_day date, what text, other_id uuid, name text)
language sql stable security definer set search_path = pg_catalog as $$
    select happened.* from (
        select lower(e.valid) as on_day, 'OPENED' as what, null::uuid as other_id, o.name
        from sec.org_edge e join sec.org o on o.region_id = e.region_id and o.id = e.org_id
        where e.region_id = sec.region_id() and e.org_id = wanted and e.distance = 0
        union all
        select upper(e.valid), 'CLOSED', null, null from sec.org_edge e
        where e.region_id = sec.region_id() and e.org_id = wanted and e.distance = 0 and not upper_inf(e.valid)
        union all
        select lower(e.valid), 'PLACED', e.ancestor_id, null from sec.org_edge e
        where e.region_id = sec.region_id() and e.org_id = wanted and e.distance = 1
        union all
        select lower(n.valid), 'RENAMED', null, n.name from sec.org_name n
        where n.region_id = sec.region_id() and n.org_id = wanted
        union all
        select lower(l.valid), 'LISTED', null, l.order_number from sec.listing l
        where l.region_id = sec.region_id() and l.org_id = wanted
        union all
        select upper(l.valid), 'DELISTED', null, null from sec.listing l
        where l.region_id = sec.region_id() and l.org_id = wanted and not upper_inf(l.valid)
        union all
        select s.on_day, 'SUCCEEDED', s.successor_id, null from sec.succession s
        where s.region_id = sec.region_id() and s.predecessor_id = wanted
        union all
        select s.on_day, 'CARRIES_ON', s.predecessor_id, null from sec.succession s
        where s.region_id = sec.region_id() and s.successor_id = wanted) happened
$$;

create function sec.listings() returns table (region_id uuid, org_id uuid, valid daterange)
language sql stable security definer set search_path = pg_catalog as $$
    select l.region_id, l.org_id, l.valid from sec.listing l where l.region_id = sec.region_id()
$$;

-- The scope's organisation, everything that was ever below it, and the same of those that it carries on: whose figures of
-- past years it may read.
create function sec.orgs_ever() returns uuid[] language sql stable parallel safe security definer set search_path = pg_catalog as $$
    with recursive line (id) as (
        select sec.org()
        union
        select s.predecessor_id from line join sec.succession s on s.successor_id = line.id and s.region_id = sec.region_id())
    select array(select distinct e.org_id from line join sec.org_edge e on e.ancestor_id = line.id and e.region_id = sec.region_id())
$$;

-- Reorganisations are carried out by the regional centre only, for its own region and one at a time.
create function sec.demand_centre() returns uuid language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
begin
    if region is null or current_setting('role') <> 'scope_region' then
        raise exception 'only the regional centre changes the tree' using errcode = 'insufficient_privilege';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('sec.org_edge ' || region::text, 0));
    return region;
end
$$;

create function sec.found_org(
    new_id uuid, new_kind text, new_code text, new_name text, new_full_name text, is_small boolean, parent uuid, since date
) returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
    perform sec.open_org(sec.demand_centre(), new_id, new_kind, new_code, new_name, new_full_name, is_small, parent, since,
        null, null);
end
$$;

create function sec.rename_org(renamed uuid, new_name text, new_full_name text, on_day date) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.demand_centre();
begin
    if not exists (select 1 from sec.org_edge e where e.region_id = region and e.org_id = renamed and e.distance = 0
                     and e.valid @> on_day)
       or exists (select 1 from sec.org_name n where n.region_id = region and n.org_id = renamed and lower(n.valid) > on_day) then
        raise exception 'the organisation does not exist on that day or was renamed later' using errcode = 'check_violation';
    end if;
    delete from sec.org_name n where n.region_id = region and n.org_id = renamed and lower(n.valid) = on_day;
    update sec.org_name n set valid = daterange(lower(n.valid), on_day)
    where n.region_id = region and n.org_id = renamed and n.valid @> on_day;
    insert into sec.org_name (region_id, org_id, valid, name, full_name)
    values (region, renamed, daterange(on_day, null), new_name, new_full_name);
end
$$;

-- Puts an organisation with everything below it under another one, from a day on.
create function sec.move_org(moved uuid, new_parent uuid, on_day date) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.demand_centre();
begin
    if not exists (select 1 from sec.org_edge e where e.region_id = region and e.org_id = moved and e.distance = 0
                     and e.valid @> on_day)
       or not exists (select 1 from sec.org_edge e where e.region_id = region and e.org_id = new_parent and e.distance = 0
                        and e.valid @> on_day)
       or exists (select 1 from sec.org_edge e where e.region_id = region and e.org_id = new_parent and e.ancestor_id = moved
                    and e.valid && daterange(on_day, null))
       or exists (select 1 from sec.org_edge e where e.region_id = region and e.org_id = moved and e.distance = 1
                    and lower(e.valid) > on_day) then
        raise exception 'the organisations do not exist on that day, would stand below themselves, or moved later'
            using errcode = 'check_violation';
    end if;
    -- Whatever stood above the moved organisation stands above nothing of it any more, while that is below it.
    with below as (
        select e.org_id, e.distance, e.valid * daterange(on_day, null) as since from sec.org_edge e
        where e.region_id = region and e.ancestor_id = moved and e.valid && daterange(on_day, null)),
    cut as (
        delete from sec.org_edge e using below b
        where e.region_id = region and e.org_id = b.org_id and e.distance > b.distance and e.valid && b.since
        returning e.org_id, e.ancestor_id, e.distance, datemultirange(e.valid) - datemultirange(b.since) as kept)
    insert into sec.org_edge (region_id, org_id, ancestor_id, distance, valid)
    select region, cut.org_id, cut.ancestor_id, cut.distance, part from cut, unnest(cut.kept) part;
    insert into sec.org_edge (region_id, org_id, ancestor_id, distance, valid)
    select region, b.org_id, above.ancestor_id, b.distance + above.distance + 1, b.valid * above.valid * daterange(on_day, null)
    from sec.org_edge b
    join sec.org_edge above on above.region_id = region and above.org_id = new_parent
        and above.valid && (b.valid * daterange(on_day, null))
    where b.region_id = region and b.ancestor_id = moved and b.valid && daterange(on_day, null);
end
$$;

-- Ends an organisation before a day. Its people lose their roles; nothing may stand below it any more.
create function sec.close_org(closed uuid, day date) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.demand_centre();
begin
    if not exists (select 1 from sec.org_edge e where e.region_id = region and e.org_id = closed and e.distance = 0
                     and e.valid @> day and lower(e.valid) < day)
       or exists (select 1 from sec.org_edge e where e.region_id = region and e.ancestor_id = closed and e.distance > 0
                    and e.valid && daterange(day, null)) then
        raise exception 'the organisation does not exist on that day or something still stands below it'
            using errcode = 'check_violation';
    end if;
    delete from sec.org_edge e where e.region_id = region and e.org_id = closed and lower(e.valid) >= day;
    update sec.org_edge e set valid = daterange(lower(e.valid), day)
    where e.region_id = region and e.org_id = closed and e.valid @> day;
    delete from sec.listing l where l.region_id = region and l.org_id = closed and lower(l.valid) >= day;
    update sec.listing l set valid = daterange(lower(l.valid), day)
    where l.region_id = region and l.org_id = closed and l.valid @> day;
    update sec.org o set closed_on = day,
        listed_to = case when o.listed_from is not null and (o.listed_to is null or o.listed_to >= day)
                         then greatest(o.listed_from, day - 1) end
    where o.region_id = region and o.id = closed;
    update sec.assignment a set revoked_at = now()
    where a.region_id = region and a.org_id = closed and a.kind = 'PERSON' and a.revoked_at is null;
end
$$;

create function sec.succeed_org(predecessor uuid, successor uuid, day date) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
    insert into sec.succession (region_id, predecessor_id, successor_id, on_day)
    values (sec.demand_centre(), predecessor, successor, day) on conflict do nothing;
end
$$;

-- Gives everybody who has a role at one organisation the same role at another of the same kind.
create function sec.copy_roles(source uuid, target uuid) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.demand_centre();
    given int;
begin
    insert into sec.assignment (id, region_id, org_id, level, role, account_id)
    select gen_random_uuid(), region, t.id, a.level, a.role, a.account_id
    from sec.assignment a
    join sec.org s on s.region_id = region and s.id = a.org_id
    join sec.org t on t.region_id = region and t.id = target and t.kind = s.kind
    where a.region_id = region and a.org_id = source and a.kind = 'PERSON' and a.revoked_at is null and a.valid @> now()
    on conflict do nothing;
    get diagnostics given = row_count;
    return given;
end
$$;

-- Puts schools of the scope on the list of participating schools, and takes them off.
create function sec.enlist(schools uuid[], since date, new_order_number text, new_order_date date) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
    reach constant uuid[] := sec.orgs();
    changed int;
begin
    if region is null or current_setting('role') not in ('scope_region', 'scope_district') then
        raise exception 'only a district or the regional centre keeps the list' using errcode = 'insufficient_privilege';
    end if;
    insert into sec.listing (region_id, org_id, valid, order_number, order_date, listed_by)
    select region, o.id, daterange(since, null), new_order_number, new_order_date, sec.org()
    from sec.org o
    join sec.org_edge own on own.region_id = o.region_id and own.org_id = o.id and own.distance = 0 and own.valid @> since
    where o.region_id = region and o.id = any (schools) and o.id = any (reach) and o.kind = 'SCHOOL'
      and not exists (select 1 from sec.listing l where l.region_id = region and l.org_id = o.id
                        and l.valid && daterange(since, null));
    get diagnostics changed = row_count;
    update sec.org o set listed_from = since, listed_to = null, listed_by = new_order_number
    where o.region_id = region and exists (select 1 from sec.listing l where l.region_id = region and l.org_id = o.id
            and l.valid = daterange(since, null) and l.listed_by = sec.org() and o.id = any (schools) and o.id = any (reach));
    return changed;
end
$$;

create function sec.delist(schools uuid[], day date) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
    reach constant uuid[] := sec.orgs();
    changed int;
begin
    if region is null or current_setting('role') not in ('scope_region', 'scope_district') then
        raise exception 'only a district or the regional centre keeps the list' using errcode = 'insufficient_privilege';
    end if;
    update sec.listing l set valid = daterange(lower(l.valid), day)
    where l.region_id = region and l.org_id = any (schools) and l.org_id = any (reach) and l.valid @> day and lower(l.valid) < day;
    get diagnostics changed = row_count;
    update sec.org o set listed_to = day - 1
    where o.region_id = region and exists (select 1 from sec.listing l where l.region_id = region and l.org_id = o.id
            and upper(l.valid) = day and o.id = any (schools) and o.id = any (reach));
    return changed;
end
$$;

-- A school that is opened as a participant stands on the list from that day.
create or replace function sec.open_org(
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
    if list_from is not null then
        insert into sec.listing (region_id, org_id, valid, order_number)
        values (new_region, new_id, daterange(list_from, null), list_order);
    end if;
end
$$;

revoke execute on all functions in schema sec from public;
grant execute on function sec.directory(date), sec.past(uuid), sec.listings(), sec.orgs_ever(),
    sec.found_org(uuid, text, text, text, text, boolean, uuid, date), sec.rename_org(uuid, text, text, date),
    sec.move_org(uuid, uuid, date), sec.close_org(uuid, date), sec.succeed_org(uuid, uuid, date), sec.copy_roles(uuid, uuid),
    sec.enlist(uuid[], date, text, date), sec.delist(uuid[], date) to infra;
