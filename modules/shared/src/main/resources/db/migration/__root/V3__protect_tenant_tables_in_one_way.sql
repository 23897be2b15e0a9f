-- Used by the migrations of all modules, so that every tenant table is protected in the same way.

create function sec.open_schema(schema_name text) returns void language plpgsql as $$
begin
    execute format('grant usage on schema %I to infra', schema_name);
end
$$;

-- Forces row-level security on a tenant table and gives each level exactly what it is said to have:
--   none    no policy and no grant: the level does not exist for this table
--   read    reads the rows of its organisation and of everything below it
--   append  reads as above and adds rows of its own organisation; nobody changes or deletes
--   own     reads as above, writes the rows of its own organisation only
--   write   reads and writes the rows of its organisation and of everything below it
-- One policy a role and verb, equality on columns, each function once a statement: this is what keeps the index in use.
-- `rollup` lists the columns that the roll-up may read; names and contacts are never among them.
create function sec.protect(
    target regclass, school text default 'none', district text default 'none', region text default 'none', rollup text default null
) returns void language plpgsql as $$
declare
    own constant text := 'region_id = (select sec.region_id()) and org_id = (select sec.org())';
    below constant text := 'region_id = (select sec.region_id()) and org_id = any ((select sec.orgs())::uuid[])';
    everywhere constant text := 'region_id = (select sec.region_id())';
    level text;
    mode text;
    reach text;
    short constant text := (select relname from pg_class where oid = target);
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    foreach level in array array['school', 'district', 'region'] loop
        mode := case level when 'school' then school when 'district' then district else region end;
        reach := case level when 'school' then own when 'district' then below else everywhere end;
        case mode
            when 'none' then
                null;
            when 'read' then
                execute format('grant select on %s to scope_%s', target, level);
                execute format('create policy %I on %s for select to scope_%s using (%s)', short || '_' || level, target, level, reach);
            when 'append' then
                execute format('grant select, insert on %s to scope_%s', target, level);
                execute format('create policy %I on %s for select to scope_%s using (%s)', short || '_' || level, target, level, reach);
                execute format('create policy %I on %s for insert to scope_%s with check (%s)',
                    short || '_' || level || '_insert', target, level, own);
            when 'own' then
                execute format('grant select, insert, update, delete on %s to scope_%s', target, level);
                execute format('create policy %I on %s for select to scope_%s using (%s)', short || '_' || level, target, level, reach);
                execute format('create policy %I on %s for insert to scope_%s with check (%s)',
                    short || '_' || level || '_insert', target, level, own);
                execute format('create policy %I on %s for update to scope_%s using (%s) with check (%s)',
                    short || '_' || level || '_update', target, level, own, own);
                execute format('create policy %I on %s for delete to scope_%s using (%s)',
                    short || '_' || level || '_delete', target, level, own);
            when 'write' then
                execute format('grant select, insert, update, delete on %s to scope_%s', target, level);
                execute format('create policy %I on %s for all to scope_%s using (%s) with check (%s)',
                    short || '_' || level, target, level, reach, reach);
            else
                raise exception 'unknown mode % for level %', mode, level;
        end case;
    end loop;
    if rollup is not null then
        execute format('grant select (%s) on %s to scope_rollup', rollup, target);
        execute format('create policy %I on %s for select to scope_rollup using (%s)', short || '_rollup', target, everywhere);
    end if;
end
$$;

revoke execute on function sec.open_schema(text), sec.protect(regclass, text, text, text, text) from public;
