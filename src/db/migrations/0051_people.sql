-- PPL: an organisation's own records of people. Tags of its own, what was done with whom, two records of one person merged.
-- A merge moves no row: the one that is absorbed points at the one that stays, and undoing it takes the pointer away.

alter table person add unique (id, organisation_id);
alter table person add column changed_at timestamptz, add column changed_by uuid references "user";
comment on column person.merged_into_id is 'the record that stays, however many merges away: never one that is itself merged';
create index person_words on person using gin (plain(first_name || ' ' || last_name) gin_trgm_ops);
create index person_by_name on person (organisation_id, plain(last_name), plain(first_name), id) where merged_into_id is null;
create index person_merged on person (merged_into_id) where merged_into_id is not null;
create index view_record_person on view_record (person_id, id) where person_id is not null;

create table tag (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 80),
  created_at timestamptz not null default now(),
  unique (id, organisation_id)
);
create unique index tag_name on tag (organisation_id, lower(name));

insert into tag (organisation_id, name)
  select distinct on (organisation_id, lower(tag)) organisation_id, tag from person_tag order by organisation_id, lower(tag), tag;
alter table person_tag add column tag_id uuid, add column added_at timestamptz not null default now(), add column added_by uuid references "user";
update person_tag p set tag_id = t.id, added_at = r.created_at
  from tag t, person r where t.organisation_id = p.organisation_id and lower(t.name) = lower(p.tag) and r.id = p.person_id;
delete from person_tag a using person_tag b where a.person_id = b.person_id and a.tag_id = b.tag_id and a.tag > b.tag;
alter table person_tag drop constraint person_tag_pkey, drop column tag, alter column tag_id set not null,
  add primary key (person_id, tag_id), add foreign key (tag_id, organisation_id) references tag (id, organisation_id) on delete cascade,
  add foreign key (person_id, organisation_id) references person (id, organisation_id) on delete cascade;
create index person_tag_tag on person_tag (tag_id);

-- What the referral said of the person when the record took it over: what differs later is offered as a correction.
alter table person_referral add column added_at timestamptz not null default now(), add column said text,
  add foreign key (person_id, organisation_id) references person (id, organisation_id) on delete cascade;
update person_referral l set added_at = p.created_at from person p where p.id = l.person_id;
drop index person_referral_referral;
create unique index person_referral_referral on person_referral (referral_id, organisation_id);

create function said_of(of_referral uuid) returns text language sql stable as $$
  select md5(row(title, first_name, last_name, phone, email, preferred_contact, date_of_birth, address_1, address_2, town, county, postcode,
    safe_contact)::text) from referral_person where referral_id = of_referral $$;
update person_referral set said = said_of(referral_id);

create table person_contact (
  id uuid primary key default gen_random_uuid(),
  person_id uuid not null,
  organisation_id uuid not null,
  way text not null check (way in ('phone', 'text', 'email', 'letter', 'in_person', 'visit', 'video', 'note')),
  on_day date not null,
  minutes integer check (minutes between 0 and 1440),
  what text not null check (length(what) between 1 and 10000),
  next_step text check (length(next_step) between 1 and 500),
  next_on date,
  next_done_at timestamptz,
  author_user_id uuid references "user",
  at timestamptz not null,
  check ((next_step is null) = (next_on is null)),
  foreign key (person_id, organisation_id) references person (id, organisation_id) on delete cascade
);
create index person_contact_person on person_contact (person_id, on_day desc);
create index person_contact_next on person_contact (organisation_id, next_on) where next_on is not null and next_done_at is null;

create table person_merge (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null,
  from_id uuid not null,
  into_id uuid not null,
  merged_by uuid references "user",
  merged_at timestamptz not null,
  looked_at timestamptz, -- what the absorbed record says otherwise has been decided on
  undone_by uuid references "user",
  undone_at timestamptz,
  check (from_id <> into_id),
  foreign key (from_id, organisation_id) references person (id, organisation_id) on delete cascade,
  foreign key (into_id, organisation_id) references person (id, organisation_id) on delete cascade
);
create unique index person_merge_from on person_merge (from_id) where undone_at is null;
create index person_merge_into on person_merge (into_id);

-- Two records that look alike, and somebody who knows said that they are two people.
create table person_distinct (
  one_id uuid not null,
  other_id uuid not null,
  organisation_id uuid not null,
  said_by uuid references "user",
  said_at timestamptz not null,
  primary key (one_id, other_id),
  check (one_id < other_id),
  foreign key (one_id, organisation_id) references person (id, organisation_id) on delete cascade,
  foreign key (other_id, organisation_id) references person (id, organisation_id) on delete cascade
);

do $$
declare of text;
begin
  foreach of in array array['tag', 'person_contact', 'person_merge', 'person_distinct'] loop
    execute format('alter table %I enable row level security', of);
    execute format('create policy own on %I using (acting_as_system() or organisation_id = acting_organisation())', of);
  end loop;
end $$;

/* A record, and those merged into it by merges that stand, however far down. */
create function absorbed_by(of_person uuid) returns table (id uuid) language sql stable as $$
  with recursive grown as (
    select of_person as id
    union select m.from_id from person_merge m join grown g on m.into_id = g.id where m.undone_at is null)
  select id from grown $$;

/* By name, forgiving a misspelling, or by telephone number: the organisation's own alone, ids alone. Every word typed must be in the
   name; put together anew for the words typed, so that the index of trigrams serves it. Exact ones first. */
create function search_own_people(words text, most integer) returns table (person_id uuid)
language plpgsql stable security definer set search_path = public as $$
declare
  named text;
  digits text := regexp_replace(words, '\D', '', 'g');
begin
  select string_agg(format('plain(p.first_name || '' '' || p.last_name) like %L',
      '%' || regexp_replace(word, '([%_\\])', '\\\1', 'g') || '%'), ' and ') into named
    from regexp_split_to_table(plain(btrim(words)), '\s+') word where word <> '';
  if named is null then return; end if;
  return query execute format($query$
    select found.id from (
      select coalesce(p.merged_into_id, p.id) as id, min(case when %1$s then 0 else 1 end) as rank
      from person p where p.organisation_id = acting_organisation()
        and ((%1$s) or plain($1) <%% plain(p.first_name || ' ' || p.last_name)
          or (length($2) >= 6 and right(regexp_replace(coalesce(p.phone, ''), '\D', '', 'g'), 9) like '%%' || right($2, 9)))
      group by 1) found
    order by found.rank, found.id limit $3 $query$, named) using btrim(words), digits, most;
end $$;

/* Undoing an acceptance takes the record away that came with it, if nobody has used it since; the coordinator may undo it too, to whom
   the record itself is out of sight. Nothing goes while the service still helps. */
create function release_person(of_referral uuid, of_assignment uuid) returns void
language sql security definer set search_path = public as $$
  delete from person p using person_referral l, assignment a
  where l.person_id = p.id and l.referral_id = of_referral and l.assignment_id = of_assignment
    and a.id = of_assignment and a.referral_id = of_referral and a.status = 'pending' and a.organisation_id = p.organisation_id
    and p.touched_at is null
    and not exists (select from person_referral o where o.person_id = p.id and o.referral_id <> of_referral)
    and not exists (select from assignment o where o.referral_id = of_referral and o.organisation_id = p.organisation_id
      and o.id <> of_assignment and o.status in ('accepted', 'closed', 'referred_on'))
    and not exists (select from person_contact c where c.person_id = p.id)
    and not exists (select from person_tag t where t.person_id = p.id and t.added_by is not null)
    and not exists (select from person_merge m where m.into_id = p.id and m.undone_at is null)
    and not exists (select from file f where f.person_id = p.id and f.removed_at is null) $$;
