-- Who gave a role, by which order, until when; and roles that somebody has for another person: a part of a director's rights
-- for a term (DELEGATED), or the duties of somebody who is away (SUBSTITUTE). All of them end with their term by themselves.
alter table sec.assignment
    add column nature text not null default 'OWN' check (nature in ('OWN', 'DELEGATED', 'SUBSTITUTE')),
    add column on_behalf_of uuid references sec.account (id),
    add column permissions text[],
    add column order_number text,
    add column order_date date,
    add column given_by uuid references sec.account (id),
    add column given_from uuid,
    add column given_at timestamptz not null default now(),
    add column revoked_by uuid references sec.account (id),
    add constraint assignment_for_another check (
        case when nature = 'OWN' then on_behalf_of is null
             else on_behalf_of is not null and on_behalf_of <> account_id and not upper_inf(valid) end),
    add constraint assignment_of_a_part check ((nature = 'DELEGATED') = (permissions is not null));
comment on column sec.assignment.on_behalf_of is 'The account whose rights or duties these are, unless they are the own ones';
comment on column sec.assignment.permissions is 'What has been delegated of the role';
comment on column sec.assignment.given_from is 'The organisation from which it was given: the own one or one above';
create index assignment_for_others on sec.assignment (on_behalf_of, org_id) where revoked_at is null and on_behalf_of is not null;
create index assignment_by_account on sec.assignment (account_id) where kind = 'PERSON';

alter table sec.account add column last_seen_on date;
comment on column sec.account.last_seen_on is 'Day of the last sign-in';
create index account_by_email on sec.account (lower(email));

-- An assignment whose term is over makes room for a new one of the same role.
create function sec.settle(of_account uuid, at_org uuid, as_role text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
    update sec.assignment a set revoked_at = upper(a.valid)
    where a.account_id = of_account and a.org_id = at_org and a.role = as_role and a.revoked_at is null
      and upper(a.valid) <= now()
$$;

create or replace function sec.enrol(
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
    perform sec.settle(account, to_org, as_role);
    insert into sec.assignment (id, region_id, org_id, level, role, account_id)
    values (gen_random_uuid(), to_region, to_org, as_level, as_role, account)
    on conflict do nothing;
    return account;
end
$$;

-- What somebody has for another person or for a term stays so at the successor.
create or replace function sec.copy_roles(source uuid, target uuid) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.demand_centre();
    given int;
begin
    insert into sec.assignment (id, region_id, org_id, level, role, account_id, valid, nature, on_behalf_of, permissions,
        order_number, order_date, given_by, given_from)
    select gen_random_uuid(), region, t.id, a.level, a.role, a.account_id, a.valid * tstzrange(now(), null), a.nature,
        a.on_behalf_of, a.permissions, a.order_number, a.order_date, sec.account_id(), sec.org()
    from sec.assignment a
    join sec.org s on s.region_id = region and s.id = a.org_id
    join sec.org t on t.region_id = region and t.id = target and t.kind = s.kind
    where a.region_id = region and a.org_id = source and a.kind = 'PERSON' and a.revoked_at is null and a.valid @> now()
    on conflict do nothing;
    get diagnostics given = row_count;
    return given;
end
$$;

drop function sec.assignments_of(text, text);
create function sec.assignments_of(wanted_issuer text, wanted_subject text) returns table (
    account_id uuid, display_name text, locale text, handle uuid, region_id uuid, org_id uuid, level text, role text, org_name text,
    region_name text, nature text, on_behalf_of uuid, permissions text[]
) language sql stable security definer set search_path = pg_catalog as $$
    select c.id, c.display_name, c.locale, a.handle, a.region_id, a.org_id, a.level, a.role, coalesce(n.name, o.name),
        coalesce(rn.name, r.name), a.nature, a.on_behalf_of, a.permissions
    from sec.account c
    join sec.assignment a on a.account_id = c.id and a.revoked_at is null and a.valid @> now()
    join sec.org o on o.id = a.org_id
    join sec.org r on r.region_id = a.region_id and r.kind = 'REGION'
    left join sec.org_name n on n.region_id = o.region_id and n.org_id = o.id and n.valid @> current_date
    left join sec.org_name rn on rn.region_id = r.region_id and rn.org_id = r.id and rn.valid @> current_date
    where c.issuer = wanted_issuer and c.subject = wanted_subject
    order by coalesce(n.name, o.name), a.nature <> 'OWN', a.role
$$;

create function sec.seen(wanted_issuer text, wanted_subject text, day date) returns void
language sql volatile security definer set search_path = pg_catalog as $$
    update sec.account set last_seen_on = day
    where issuer = wanted_issuer and subject = wanted_subject and last_seen_on is distinct from day
$$;

-- Whether the running work may give and take roles at an organisation: it lies at or below the scope's own, and the person
-- keeps the list of members there, or has that right for somebody who does. The system may, for those in whose name it works.
create function sec.keeps_members(at_org uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
    select coalesce(at_org = any (sec.orgs()), false) and (sec.account_id() is null or exists (
        select 1 from sec.assignment a
        where a.account_id = sec.account_id() and a.region_id = sec.region_id() and a.org_id = sec.org()
          and a.revoked_at is null and a.valid @> now()
          and a.role in ('DIRECTOR', 'DISTRICT_HEAD', 'DISTRICT_OFFICER', 'REGION_ADMIN')
          and (a.permissions is null or 'member.manage' = any (a.permissions))))
$$;

-- The roles without which nobody of an organisation could give and take access there.
create function sec.head_roles(of_kind text) returns text[] language sql immutable set search_path = pg_catalog as $$
    select case of_kind when 'SCHOOL' then array['DIRECTOR'] when 'DISTRICT' then array['DISTRICT_HEAD', 'DISTRICT_OFFICER']
                        when 'REGION' then array['REGION_ADMIN'] else array[]::text[] end
$$;

-- Gives a role from a day, until a day inclusive or for good. Says what has become of it; the id is that of the assignment
-- that was given, or of the one that is there already.
create function sec.grant_role(
    new_id uuid, to_account uuid, to_org uuid, as_level text, as_role text, from_day date, until_day date,
    by_order text, by_order_date date, by_account uuid, as_nature text, for_account uuid, only_permissions text[]
) returns table (verdict text, membership uuid) language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
    of_kind text;
    there uuid;
begin
    select o.kind into of_kind from sec.org o
    join sec.org_edge e on e.region_id = o.region_id and e.org_id = o.id and e.distance = 0 and e.valid @> current_date
    where o.region_id = region and o.id = to_org and o.id = any (sec.orgs());
    if of_kind is null then
        return query select 'NO_SUCH_ORG', null::uuid;
        return;
    end if;
    if not sec.keeps_members(to_org) then
        raise exception 'the list of members is kept by others' using errcode = 'insufficient_privilege';
    end if;
    if as_level is distinct from (case of_kind when 'SCHOOL' then 'school' when 'DISTRICT' then 'district'
                                           when 'REGION' then 'region' end) then
        raise exception 'nobody is given this role at an organisation of that kind' using errcode = 'check_violation';
    end if;
    -- Who gives a role to somebody else's account knows it from this region, unless an invitation has been accepted.
    if not exists (select 1 from sec.account c where c.id = to_account and (sec.account_id() is null or exists (
            select 1 from sec.assignment a where a.account_id = c.id and a.region_id = region))) then
        return query select 'NO_SUCH_PERSON', null::uuid;
        return;
    end if;
    -- A school does not choose its head itself: whoever is above does. Delegation and substitution are its own affair.
    if of_kind = 'SCHOOL' and as_nature = 'OWN' and as_role = any (sec.head_roles(of_kind)) and sec.org() = to_org
       and sec.account_id() is not null then
        return query select 'GIVEN_FROM_ABOVE', null::uuid;
        return;
    end if;
    if as_nature <> 'OWN' and not exists (
            select 1 from sec.assignment a
            where a.account_id = for_account and a.region_id = region and a.org_id = to_org and a.role = as_role
              and a.nature = 'OWN' and a.kind = 'PERSON' and a.revoked_at is null and a.valid @> now()) then
        return query select 'NOBODY_TO_STAND_FOR', null::uuid;
        return;
    end if;
    if as_nature = 'DELEGATED' and sec.account_id() is distinct from for_account then
        raise exception 'only the own rights are delegated' using errcode = 'insufficient_privilege';
    end if;
    perform sec.settle(to_account, to_org, as_role);
    insert into sec.assignment as a (id, region_id, org_id, level, role, account_id, valid, nature, on_behalf_of, permissions,
        order_number, order_date, given_by, given_from)
    values (new_id, region, to_org, as_level, as_role, to_account,
        tstzrange(from_day::timestamptz, (until_day + 1)::timestamptz), as_nature, for_account, only_permissions,
        by_order, by_order_date, coalesce(sec.account_id(), by_account), sec.org())
    on conflict do nothing;
    if not found then
        select a.id into there from sec.assignment a
        where a.account_id = to_account and a.org_id = to_org and a.role = as_role and a.revoked_at is null;
        return query select 'HAS_IT_ALREADY', there;
        return;
    end if;
    return query select 'GIVEN', new_id;
end
$$;

-- Takes a role away from this moment on, and with it what its holder had delegated of it. The last head of an organisation is
-- taken away only from above, so that nobody locks an organisation out. Says also how many others carry the role, and whether
-- the person has no role left anywhere.
create function sec.take_role(membership uuid) returns table (
    verdict text, account_id uuid, org_id uuid, role text, others int, roleless boolean
) language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
    taken sec.assignment%rowtype;
    heads text[];
begin
    select * into taken from sec.assignment a
    where a.id = membership and a.region_id = region and a.kind = 'PERSON' and a.org_id = any (sec.orgs())
    for update;
    if taken.id is null then
        return query select 'NO_SUCH_MEMBERSHIP', null::uuid, null::uuid, null::text, 0, false;
        return;
    end if;
    if not sec.keeps_members(taken.org_id) then
        raise exception 'the list of members is kept by others' using errcode = 'insufficient_privilege';
    end if;
    if taken.revoked_at is not null or upper(taken.valid) <= now() then
        return query select 'OVER_ALREADY', taken.account_id, taken.org_id, taken.role, 0, false;
        return;
    end if;
    select sec.head_roles(o.kind) into heads from sec.org o where o.region_id = region and o.id = taken.org_id;
    if taken.nature = 'OWN' and taken.role = any (heads) and taken.org_id = sec.org() then
        -- Two heads who take each other away at the same moment must not both succeed.
        perform pg_advisory_xact_lock(hashtextextended('sec.head ' || taken.org_id::text, 0));
        if not exists (
                select 1 from sec.assignment a
                where a.org_id = taken.org_id and a.id <> taken.id and a.kind = 'PERSON' and a.nature = 'OWN'
                  and a.role = any (heads) and a.revoked_at is null and a.valid @> now()) then
            return query select 'LAST_HEAD', taken.account_id, taken.org_id, taken.role, 0, false;
            return;
        end if;
    end if;
    update sec.assignment a set revoked_at = now(), revoked_by = sec.account_id()
    where a.revoked_at is null
      and (a.id = taken.id
           or taken.nature = 'OWN' and a.nature = 'DELEGATED' and a.on_behalf_of = taken.account_id
              and a.org_id = taken.org_id and a.role = taken.role);
    return query select 'TAKEN', taken.account_id, taken.org_id, taken.role,
        (select count(distinct a.account_id)::int from sec.assignment a
         where a.org_id = taken.org_id and a.role = taken.role and a.kind = 'PERSON' and a.nature <> 'DELEGATED'
           and a.account_id <> taken.account_id and a.revoked_at is null and a.valid @> now()),
        not exists (select 1 from sec.assignment a
                    where a.account_id = taken.account_id and a.revoked_at is null and coalesce(upper(a.valid) > now(), true));
end
$$;

-- Somebody of the region by their address, to be given a role.
create function sec.account_by_email(wanted text) returns table (id uuid, display_name text)
language sql stable security definer set search_path = pg_catalog as $$
    select c.id, c.display_name from sec.account c
    where lower(c.email) = lower(wanted)
      and exists (select 1 from sec.assignment a where a.account_id = c.id and a.region_id = sec.region_id())
$$;

-- The account of somebody who has accepted an invitation; made if it is not known yet. For the system only.
create function sec.admit_account(new_id uuid, new_issuer text, new_subject text, new_name text, new_email text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    account uuid;
begin
    if sec.region_id() is null or sec.account_id() is not null then
        raise exception 'only the system admits people' using errcode = 'insufficient_privilege';
    end if;
    insert into sec.account (id, issuer, subject, display_name, email)
    values (new_id, new_issuer, new_subject, new_name, new_email)
    on conflict (issuer, subject) do update set display_name = excluded.display_name, email = excluded.email
    returning id into account;
    return account;
end
$$;

-- Who has or had access: at one organisation, or at the scope's own and all below it. `wanted_state` is CURRENT (with what
-- begins later), ENDED, or nothing for both.
create function sec.members(
    in_org uuid, wanted_role text, wanted_name text, wanted_state text, wanted_id uuid, skip int, most int
) returns table (
    id uuid, account_id uuid, display_name text, email text, last_seen_on date, org_id uuid, org_kind text, org_name text,
    role text, nature text, valid_from date, valid_until date, ended_at timestamptz, order_number text, order_date date,
    given_by uuid, given_by_name text, given_from uuid, on_behalf_of uuid, on_behalf_of_name text, permissions text[],
    ended_by_name text, total bigint
) language sql stable security definer set search_path = pg_catalog as $$
    with reach as (select e.org_id from sec.org_edge e
                   where e.ancestor_id = sec.org() and e.region_id = sec.region_id() and e.valid @> current_date
                     and (in_org is null or e.org_id = in_org)),
    found as (
        select a.*, c.display_name, c.email, c.last_seen_on, o.kind as org_kind, coalesce(n.name, o.name) as org_name,
            case when a.revoked_at is not null then a.revoked_at when upper(a.valid) <= now() then upper(a.valid) end as over_at
        from reach r
        join sec.assignment a on a.org_id = r.org_id and a.kind = 'PERSON'
        join sec.account c on c.id = a.account_id
        join sec.org o on o.region_id = a.region_id and o.id = a.org_id
        left join sec.org_name n on n.region_id = o.region_id and n.org_id = o.id and n.valid @> current_date
        where (wanted_id is null or a.id = wanted_id)
          and (wanted_role is null or a.role = wanted_role)
          and (wanted_name is null or position(lower(wanted_name) in lower(c.display_name)) > 0)
          and (wanted_state is null
               or (wanted_state = 'CURRENT') = (a.revoked_at is null and coalesce(upper(a.valid) > now(), true)))),
    part as (
        select f.*, count(*) over () as total from found f
        order by f.over_at is not null, case f.org_kind when 'REGION' then 0 when 'DISTRICT' then 1 else 2 end, f.org_name,
            f.display_name, f.role, f.id
        offset skip limit most)
    select p.id, p.account_id, p.display_name, p.email, p.last_seen_on, p.org_id, p.org_kind, p.org_name, p.role, p.nature,
        lower(p.valid)::date, (upper(p.valid) - interval '1 microsecond')::date, p.over_at, p.order_number, p.order_date,
        p.given_by, giver.display_name, p.given_from, p.on_behalf_of, behalf.display_name, p.permissions, ender.display_name,
        p.total
    from part p
    left join sec.account giver on giver.id = p.given_by
    left join sec.account behalf on behalf.id = p.on_behalf_of
    left join sec.account ender on ender.id = p.revoked_by
    order by p.over_at is not null, case p.org_kind when 'REGION' then 0 when 'DISTRICT' then 1 else 2 end, p.org_name,
        p.display_name, p.role, p.id
$$;

-- Who sees the scope's organisation from above.
create function sec.overseers() returns table (display_name text, org_name text, org_kind text, role text)
language sql stable security definer set search_path = pg_catalog as $$
    select c.display_name, coalesce(n.name, o.name), o.kind, a.role
    from sec.org_edge e
    join sec.assignment a on a.org_id = e.ancestor_id and a.kind = 'PERSON' and a.revoked_at is null and a.valid @> now()
    join sec.account c on c.id = a.account_id
    join sec.org o on o.region_id = a.region_id and o.id = a.org_id
    left join sec.org_name n on n.region_id = o.region_id and n.org_id = o.id and n.valid @> current_date
    where e.org_id = sec.org() and e.region_id = sec.region_id() and e.distance > 0 and e.valid @> current_date
    order by e.distance, c.display_name, a.role
$$;

-- The login of somebody who has no role left anywhere: whose open browsers are closed. For the system only.
create function sec.login_without_role(of_account uuid) returns table (issuer text, subject text)
language sql stable security definer set search_path = pg_catalog as $$
    select c.issuer, c.subject from sec.account c
    where c.id = of_account and sec.region_id() is not null and sec.account_id() is null
      and exists (select 1 from sec.assignment a where a.account_id = c.id and a.region_id = sec.region_id())
      and not exists (select 1 from sec.assignment a
                      where a.account_id = c.id and a.revoked_at is null and coalesce(upper(a.valid) > now(), true))
$$;

-- Schools below the scope where somebody has access, with the day of the first of them.
create function sec.schools_with_members() returns table (org_id uuid, org_name text, since date, members bigint)
language sql stable security definer set search_path = pg_catalog as $$
    select o.id, coalesce(n.name, o.name), min(lower(a.valid))::date, count(distinct a.account_id)
    from sec.org_edge e
    join sec.org o on o.region_id = e.region_id and o.id = e.org_id and o.kind = 'SCHOOL'
    join sec.assignment a on a.org_id = o.id and a.kind = 'PERSON' and a.revoked_at is null and a.valid @> now()
    left join sec.org_name n on n.region_id = o.region_id and n.org_id = o.id and n.valid @> current_date
    where e.ancestor_id = sec.org() and e.region_id = sec.region_id() and e.valid @> current_date
    group by o.id, coalesce(n.name, o.name)
$$;

revoke execute on function sec.settle(uuid, uuid, text), sec.assignments_of(text, text), sec.seen(text, text, date),
    sec.keeps_members(uuid), sec.head_roles(text),
    sec.grant_role(uuid, uuid, uuid, text, text, date, date, text, date, uuid, text, uuid, text[]), sec.take_role(uuid),
    sec.account_by_email(text), sec.admit_account(uuid, text, text, text, text),
    sec.members(uuid, text, text, text, uuid, int, int), sec.overseers(), sec.login_without_role(uuid),
    sec.schools_with_members() from public;
grant execute on function sec.assignments_of(text, text), sec.seen(text, text, date) to mentoring_app;
grant execute on function sec.keeps_members(uuid),
    sec.grant_role(uuid, uuid, uuid, text, text, date, date, text, date, uuid, text, uuid, text[]), sec.take_role(uuid),
    sec.account_by_email(text), sec.admit_account(uuid, text, text, text, text),
    sec.members(uuid, text, text, text, uuid, int, int), sec.overseers(), sec.login_without_role(uuid),
    sec.schools_with_members() to infra;
