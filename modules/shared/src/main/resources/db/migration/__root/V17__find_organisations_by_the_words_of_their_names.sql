-- Organisations are found by the beginnings of the words of their names. Text operators are not leakproof, and a region has
-- thousands of names: each word stands in a row of its own, in the form in which it is compared, so that an index finds it.

-- The words of a text, in small letters, е for ё, without signs; the class Words of the search does the same.
create function sec.words(named text) returns text[]
language sql immutable parallel safe set search_path = pg_catalog as $$
    select array(
        select distinct w.word
        from regexp_split_to_table(translate(lower(named), 'ё', 'е'),
                 '[[:space:][:punct:]«»№–—“”„’…·' || chr(160) || chr(8239) || ']+') w (word)
        where w.word <> '')
$$;

create table sec.org_word (
    region_id uuid not null,
    word text collate "C" not null,
    org_id uuid not null,
    primary key (region_id, word, org_id),
    foreign key (region_id, org_id) references sec.org (region_id, id)
);
comment on table sec.org_word is 'Of all names that an organisation has or had, and of its code';

create function sec.keep_words_of_org() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into sec.org_word (region_id, word, org_id)
    select new.region_id, w, new.id from unnest(sec.words(concat_ws(' ', new.name, new.full_name, new.code))) w
    on conflict do nothing;
    return null;
end
$$;
create trigger words_of_org after insert or update of name, full_name, code on sec.org
    for each row execute function sec.keep_words_of_org();

create function sec.keep_words_of_name() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
    insert into sec.org_word (region_id, word, org_id)
    select new.region_id, w, new.org_id from unnest(sec.words(concat_ws(' ', new.name, new.full_name))) w
    on conflict do nothing;
    return null;
end
$$;
create trigger words_of_name after insert or update of name, full_name on sec.org_name
    for each row execute function sec.keep_words_of_name();

insert into sec.org_word (region_id, word, org_id)
select o.region_id, w, o.id from sec.org o, unnest(sec.words(concat_ws(' ', o.name, o.full_name, o.code))) w
union
select n.region_id, w, n.org_id from sec.org_name n, unnest(sec.words(concat_ws(' ', n.name, n.full_name))) w;

-- Organisations of the scope's region with a word for each of the beginnings: those with most words in full first, then those of
-- the scope, then those that still exist. `earlier` are the names, short and full, that are not in force today.
create function sec.find_organisations(beginnings text[], most int) returns table (
    id uuid, kind text, code text, name text, full_name text, place text, closed boolean, earlier text[]
) language sql stable security definer set search_path = pg_catalog as $$
    with fitting as materialized (
        select w.org_id, count(distinct b.n) filter (where w.word = b.beginning) as in_full
        from unnest(beginnings) with ordinality b (beginning, n)
        join sec.org_word w on w.region_id = (select sec.region_id())
            and w.word >= b.beginning collate "C" and w.word < (b.beginning || chr(1114111)) collate "C"
        group by w.org_id
        having count(distinct b.n) = cardinality(beginnings)),
    best as materialized (
        select o.*, coalesce(n.name, last.name, o.name) as called, coalesce(n.full_name, last.full_name, o.full_name) as called_in_full,
            f.in_full, o.closed_on is not null and o.closed_on <= current_date as ended
        from fitting f
        join sec.org o on o.region_id = (select sec.region_id()) and o.id = f.org_id
        left join sec.org_name n on n.region_id = o.region_id and n.org_id = o.id and n.valid @> current_date
        left join lateral (
            select p.name, p.full_name from sec.org_name p
            where p.region_id = o.region_id and p.org_id = o.id and lower(p.valid) <= current_date
            order by lower(p.valid) desc limit 1) last on n.name is null
        order by f.in_full desc, o.id = any ((select sec.orgs())::uuid[]) desc, ended, called, o.id
        limit most)
    select b.id, b.kind, b.code, b.called, b.called_in_full, above.name, b.ended,
        array(select old.name from (
                  select b.name as name union select b.full_name
                  union select unnest(array[p.name, p.full_name]) from sec.org_name p
                  where p.region_id = b.region_id and p.org_id = b.id and lower(p.valid) <= current_date) old
              where old.name not in (b.called, b.called_in_full) order by old.name)
    from best b
    left join sec.org_edge e on e.region_id = b.region_id and e.org_id = b.id and e.distance = 1 and e.valid @> current_date
    left join lateral (select p.name from sec.organisation(e.ancestor_id) p) above on true
    order by b.in_full desc, b.id = any ((select sec.orgs())::uuid[]) desc, b.ended, b.called, b.id
$$;

revoke execute on function sec.words(text), sec.keep_words_of_org(), sec.keep_words_of_name(),
    sec.find_organisations(text[], int) from public;
grant execute on function sec.find_organisations(text[], int) to infra;
