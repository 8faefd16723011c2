-- The outbox is its own queue: one lane per recipient domain, each emptied by one process at a time.

-- A second forgotten password is a second message: only those of an event are unique.
alter table message drop constraint message_event_id_recipient_template_key;
alter table message add unique (event_id, recipient, template);
create index message_lane on message (lane, next_attempt_at) where status = 'queued';
create index message_newest on message (created_at desc, id);

-- The domain as a lane, without saying it: that of a person can be a name.
create function lane_of(email citext) returns text language sql immutable strict parallel safe
  as $$ select left(md5(lower(split_part(email::text, '@', 2))), 16) $$;

-- RES-2: who in an organisation is emailed.
create function inboxes_of(organisation uuid) returns table (user_id uuid, team_id uuid, email citext)
  language sql stable parallel safe as $$
  select u.id, null::uuid, u.email from membership m join "user" u on u.id = m.user_id
  where m.organisation_id = organisation and m.ended_at is null and u.disabled_at is null and (m.role = 'primary' or m.notify)
  union all
  select null, o.id, o.team_inbox from organisation o where o.id = organisation and o.team_inbox is not null $$;
