-- Who acted, for whom, from where, and with which result. `on_behalf_of` is an account, `address` the network part of the
-- caller's address only.
alter table audit.entry
    add column assignment_id uuid,
    add column on_behalf_of uuid,
    add column result text not null default 'DONE' check (result in ('DONE', 'REFUSED')),
    add column request_id text,
    add column address text;
create index entry_by_account on audit.entry (region_id, org_id, account_id, at desc);
create index entry_of_region on audit.entry (region_id, at desc, id desc);

-- One chain an organisation: each link holds the hash of the entry together with that of the link before, so that no entry
-- can be changed, left out, put in between or moved without every later hash telling. A link carries its entry's id.
create table audit.link (
    region_id uuid not null,
    org_id uuid not null,
    seq bigint not null check (seq > 0),
    id uuid not null,
    prev_hash bytea not null check (length(prev_hash) = 32),
    hash bytea not null check (length(hash) = 32),
    sealed_at timestamptz not null default clock_timestamp(),
    primary key (region_id, org_id, seq),
    unique (region_id, org_id, id)
);
select sec.protect('audit.link', school => 'read', district => 'read', region => 'read');
create trigger link_is_append_only before update or delete on audit.link for each row execute function audit.refuse_change();
create trigger link_is_never_emptied before truncate on audit.link for each statement execute function audit.refuse_change();

-- Sealing and verifying go over all organisations, through the functions below and no other way.
create policy entry_owner on audit.entry for select to mentoring_owner using (true);
create policy link_owner on audit.link for select to mentoring_owner using (true);
create policy link_owner_insert on audit.link for insert to mentoring_owner with check (true);

-- Entries that wait for their link. Whoever writes an entry does not wait for the chain; a sealer follows.
create table sec.audit_tail (
    region_id uuid not null,
    org_id uuid not null,
    entry_id uuid not null,
    since timestamptz not null default clock_timestamp(),
    primary key (region_id, org_id, entry_id)
);

create function audit.wait_for_link() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into sec.audit_tail (region_id, org_id, entry_id) values (new.region_id, new.org_id, new.id);
    return null;
end
$$;
revoke execute on function audit.wait_for_link() from public;
create trigger entry_waits_for_link after insert on audit.entry for each row execute function audit.wait_for_link();
insert into sec.audit_tail (region_id, org_id, entry_id, since) select region_id, org_id, id, at from audit.entry;

create function sec.audit_unsealed() returns table (entries bigint, oldest timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
    select count(*), min(t.since) from sec.audit_tail t
$$;

create function sec.audit_chains_waiting(most int) returns table (region_id uuid, org_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
    select t.region_id, t.org_id from sec.audit_tail t group by t.region_id, t.org_id order by min(t.since) limit most
$$;

-- Lets one transaction at a time lengthen a chain; says no where another one is at it.
create function sec.audit_take(chain_region uuid, chain_org uuid) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
    select pg_try_advisory_xact_lock(hashtextextended('audit.link ' || chain_region::text || chain_org::text, 0))
$$;

create function sec.audit_head(chain_region uuid, chain_org uuid) returns table (seq bigint, hash bytea)
language sql stable security definer set search_path = pg_catalog as $$
    select l.seq, l.hash from audit.link l where l.region_id = chain_region and l.org_id = chain_org order by l.seq desc limit 1
$$;

create function sec.audit_waiting(chain_region uuid, chain_org uuid, most int) returns setof audit.entry
language sql stable security definer set search_path = pg_catalog as $$
    select e.* from sec.audit_tail t
    join audit.entry e on e.region_id = t.region_id and e.id = t.entry_id and e.org_id = t.org_id
    where t.region_id = chain_region and t.org_id = chain_org
    order by t.entry_id limit most
$$;

-- Lengthens a chain by entries in this order. Refuses if the chain does not end right before them.
create function sec.audit_seal(chain_region uuid, chain_org uuid, first_seq bigint, before bytea, entries uuid[], hashes bytea[])
returns void language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
    head record;
begin
    select l.seq, l.hash into head from audit.link l
    where l.region_id = chain_region and l.org_id = chain_org order by l.seq desc limit 1;
    if coalesce(head.seq, 0) + 1 <> first_seq or head.hash <> before then
        raise exception 'the chain has been lengthened by somebody else' using errcode = 'serialization_failure';
    end if;
    insert into audit.link (region_id, org_id, seq, id, prev_hash, hash)
    select chain_region, chain_org, first_seq + e.place - 1, e.id,
        case when e.place = 1 then before else hashes[e.place - 1] end, hashes[e.place]
    from unnest(entries) with ordinality e(id, place);
    delete from sec.audit_tail t
    where t.region_id = chain_region and t.org_id = chain_org and t.entry_id = any (entries);
end
$$;

create function sec.audit_heads() returns table (region_id uuid, org_id uuid, seq bigint, hash bytea)
language sql stable security definer set search_path = pg_catalog as $$
    select distinct on (l.region_id, l.org_id) l.region_id, l.org_id, l.seq, l.hash from audit.link l
    order by l.region_id, l.org_id, l.seq desc
$$;

-- For the verification: the links in order, each with its entry if there still is one.
create function sec.audit_links(after_region uuid, after_org uuid, after_seq bigint, most int) returns table (
    region_id uuid, org_id uuid, seq bigint, id uuid, prev_hash bytea, hash bytea, entry audit.entry
) language sql stable security definer set search_path = pg_catalog as $$
    select l.region_id, l.org_id, l.seq, l.id, l.prev_hash, l.hash, e
    from audit.link l left join audit.entry e on e.region_id = l.region_id and e.id = l.id
    where (l.region_id, l.org_id, l.seq) > (after_region, after_org, after_seq)
    order by l.region_id, l.org_id, l.seq limit most
$$;

-- Entries that neither have a link nor wait for one: nobody may write those.
create function sec.audit_strays(most int) returns table (region_id uuid, org_id uuid, id uuid)
language sql stable security definer set search_path = pg_catalog as $$
    select e.region_id, e.org_id, e.id from audit.entry e
    where not exists (select 1 from audit.link l where l.region_id = e.region_id and l.org_id = e.org_id and l.id = e.id)
      and not exists (select 1 from sec.audit_tail t
                      where t.region_id = e.region_id and t.org_id = e.org_id and t.entry_id = e.id)
    limit most
$$;

-- Entries that wait for a link and are not there any more.
create function sec.audit_lost(most int) returns table (region_id uuid, org_id uuid, id uuid)
language sql stable security definer set search_path = pg_catalog as $$
    select t.region_id, t.org_id, t.entry_id from sec.audit_tail t
    where not exists (select 1 from audit.entry e where e.region_id = t.region_id and e.org_id = t.org_id and e.id = t.entry_id)
    limit most
$$;

-- For the login role outside every scope: inside one, where all queries over users' input run, they are refused.
revoke execute on function sec.audit_unsealed(), sec.audit_chains_waiting(int), sec.audit_take(uuid, uuid),
    sec.audit_head(uuid, uuid), sec.audit_waiting(uuid, uuid, int),
    sec.audit_seal(uuid, uuid, bigint, bytea, uuid[], bytea[]), sec.audit_heads(), sec.audit_links(uuid, uuid, bigint, int),
    sec.audit_strays(int), sec.audit_lost(int) from public;
grant execute on function sec.audit_unsealed(), sec.audit_chains_waiting(int), sec.audit_take(uuid, uuid),
    sec.audit_head(uuid, uuid), sec.audit_waiting(uuid, uuid, int),
    sec.audit_seal(uuid, uuid, bigint, bytea, uuid[], bytea[]), sec.audit_heads(), sec.audit_links(uuid, uuid, bigint, int),
    sec.audit_strays(int), sec.audit_lost(int) to mentoring_app;
