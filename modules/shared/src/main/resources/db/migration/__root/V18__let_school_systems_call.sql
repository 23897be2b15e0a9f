-- Programs of schools and districts (electronic journals, personnel systems) that call the platform by themselves. Each stands
-- on an assignment of its own at one organisation, so that everything that guards people guards it too; it signs in at the
-- realm as a client, and its account stands in the trail for it.
alter table sec.assignment drop constraint assignment_kind_check, drop constraint assignment_check;
alter table sec.assignment
    add constraint assignment_kind_check check (kind in ('PERSON', 'SYSTEM', 'PROGRAM')),
    add constraint assignment_check check ((kind = 'SYSTEM') = (account_id is null));

create table sec.connected_system (
    id uuid not null primary key,
    region_id uuid not null,
    org_id uuid not null,
    issuer text not null,
    client_id text not null check (client_id ~ '^[a-z0-9][a-z0-9._-]{2,99}$'),
    name text not null check (length(name) between 1 and 200),
    may_write boolean not null,
    assignment_id uuid not null unique references sec.assignment (id),
    connected_by uuid references sec.account (id),
    connected_at timestamptz not null default now(),
    last_called_on date,
    disconnected_by uuid references sec.account (id),
    disconnected_at timestamptz,
    foreign key (region_id, org_id) references sec.org (region_id, id)
);
comment on column sec.connected_system.client_id is 'The name by which the realm knows the program';
create unique index connected_system_once on sec.connected_system (issuer, client_id) where disconnected_at is null;
create index connected_system_by_org on sec.connected_system (region_id, org_id);
create index connected_system_by_assignment on sec.connected_system (assignment_id);

-- Connects a program with an organisation of the region. Says what has become of it.
create function sec.connect_system(
    new_id uuid, new_account uuid, at_issuer text, as_client text, as_name text, to_org uuid, writes boolean
) returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
    of_kind text;
    account uuid;
    assignment uuid := gen_random_uuid();
begin
    if region is null or current_setting('role') <> 'scope_region' then
        raise exception 'only the regional centre connects programs' using errcode = 'insufficient_privilege';
    end if;
    select o.kind into of_kind from sec.org o
    join sec.org_edge e on e.region_id = o.region_id and e.org_id = o.id and e.distance = 0 and e.valid @> current_date
    where o.region_id = region and o.id = to_org;
    if of_kind is null then
        return 'NO_SUCH_ORG';
    end if;
    perform pg_advisory_xact_lock(hashtextextended('sec.connected_system ' || at_issuer || ' ' || as_client, 0));
    if exists (select 1 from sec.connected_system s
               where s.issuer = at_issuer and s.client_id = as_client and s.disconnected_at is null) then
        return 'CONNECTED_ALREADY';
    end if;
    -- A program that was connected before keeps its account, but its name in the trail is that of the last connection.
    insert into sec.account (id, issuer, subject, display_name, email)
    values (new_account, at_issuer, 'client:' || as_client, as_name, '')
    on conflict (issuer, subject) do update set display_name = excluded.display_name
    returning id into account;
    insert into sec.assignment (id, region_id, org_id, level, role, account_id, kind)
    values (assignment, region, to_org,
        case of_kind when 'SCHOOL' then 'school' when 'DISTRICT' then 'district' else 'region' end, 'PROGRAM', account, 'PROGRAM');
    insert into sec.connected_system (id, region_id, org_id, issuer, client_id, name, may_write, assignment_id, connected_by)
    values (new_id, region, to_org, at_issuer, as_client, as_name, writes, assignment, sec.account_id());
    return 'CONNECTED';
end
$$;

-- Ends a connection: the next statement of a call that is running sees nothing any more.
create function sec.disconnect_system(wanted uuid) returns text
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    region constant uuid := sec.region_id();
    found sec.connected_system%rowtype;
begin
    if region is null or current_setting('role') <> 'scope_region' then
        raise exception 'only the regional centre disconnects programs' using errcode = 'insufficient_privilege';
    end if;
    select * into found from sec.connected_system s where s.id = wanted and s.region_id = region for update;
    if found.id is null then
        return 'NO_SUCH_SYSTEM';
    end if;
    if found.disconnected_at is not null then
        return 'OVER_ALREADY';
    end if;
    update sec.connected_system s set disconnected_at = now(), disconnected_by = sec.account_id() where s.id = wanted;
    update sec.assignment a set revoked_at = now(), revoked_by = sec.account_id() where a.id = found.assignment_id;
    return 'DISCONNECTED';
end
$$;

-- All connections of the region, those that hold before those that have ended.
create function sec.connected_systems() returns table (
    id uuid, client_id text, name text, org_id uuid, org_name text, may_write boolean, connected_by_name text,
    connected_at timestamptz, last_called_on date, disconnected_at timestamptz
) language sql stable security definer set search_path = pg_catalog as $$
    select s.id, s.client_id, s.name, s.org_id, coalesce(n.name, o.name), s.may_write, c.display_name, s.connected_at,
        s.last_called_on, s.disconnected_at
    from sec.connected_system s
    join sec.org o on o.region_id = s.region_id and o.id = s.org_id
    left join sec.org_name n on n.region_id = o.region_id and n.org_id = o.id and n.valid @> current_date
    left join sec.account c on c.id = s.connected_by
    where s.region_id = sec.region_id() and current_setting('role') = 'scope_region'
    order by s.disconnected_at is not null, coalesce(n.name, o.name), s.name, s.id
$$;

-- On what a program stands that has signed in at the realm.
create function sec.system_of(at_issuer text, as_client text) returns table (
    id uuid, account_id uuid, handle uuid, region_id uuid, org_id uuid, level text, may_write boolean, last_called_on date
) language sql stable security definer set search_path = pg_catalog as $$
    select s.id, a.account_id, a.handle, a.region_id, a.org_id, a.level, s.may_write, s.last_called_on
    from sec.connected_system s
    join sec.assignment a on a.id = s.assignment_id and a.revoked_at is null and a.valid @> now()
    where s.issuer = at_issuer and s.client_id = as_client and s.disconnected_at is null
$$;

create function sec.system_called(wanted uuid, day date) returns void
language sql volatile security definer set search_path = pg_catalog as $$
    update sec.connected_system set last_called_on = day where id = wanted and last_called_on is distinct from day
$$;

create or replace function sec.keeps_members(at_org uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
    select coalesce(at_org = any (sec.orgs()), false) and (sec.account_id() is null
        or exists (
            select 1 from sec.assignment a
            where a.account_id = sec.account_id() and a.region_id = sec.region_id() and a.org_id = sec.org()
              and a.revoked_at is null and a.valid @> now()
              and a.role in ('DIRECTOR', 'DISTRICT_HEAD', 'DISTRICT_OFFICER', 'REGION_ADMIN')
              and (a.permissions is null or 'member.manage' = any (a.permissions)))
        or exists (
            select 1 from sec.assignment a
            join sec.connected_system s on s.assignment_id = a.id and s.disconnected_at is null and s.may_write
            where a.handle = nullif(current_setting('app.assignment', true), '')::uuid
              and a.revoked_at is null and a.valid @> now()))
$$;

revoke execute on function sec.connect_system(uuid, uuid, text, text, text, uuid, boolean), sec.disconnect_system(uuid),
    sec.connected_systems(), sec.system_of(text, text), sec.system_called(uuid, date) from public;
grant execute on function sec.connect_system(uuid, uuid, text, text, text, uuid, boolean), sec.disconnect_system(uuid),
    sec.connected_systems() to infra;
grant execute on function sec.system_of(text, text), sec.system_called(uuid, date) to mentoring_app;

-- What a program has written once it may ask for again after a lost answer: the key goes in with its effect. No personal data:
-- the answer is drawn anew from the row that was made.
create table infra.api_request (
    system_id uuid not null,
    key text not null check (length(key) between 1 and 100),
    asked bytea not null check (octet_length(asked) = 32),
    made uuid,
    at timestamptz not null default now(),
    primary key (system_id, key)
);
create index api_request_at on infra.api_request (at);
grant select, insert, update, delete on infra.api_request to mentoring_app, infra;
