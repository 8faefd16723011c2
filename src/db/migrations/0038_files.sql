-- Attachments: first of a draft, or of nothing yet (a client uploads before it sends), then of the referral that it became.

alter table file
  add column draft_id uuid references draft,
  add column macros boolean not null default false, -- a document that would run something of its own
  add column remark text not null default '' check (length(remark) <= 2000),
  add column erased_at timestamptz, -- gone from the store; the row stays for the history
  add constraint file_name_length check (length(name) between 1 and 200),
  drop constraint file_storage_key_key; -- the referrals of linked networks share what was uploaded once
create index file_storage on file (storage_key);
create index file_draft on file (draft_id) where draft_id is not null;
create index file_held on file (added_at) where state = 'held';
create index file_to_erase on file (added_at) where erased_at is null and (removed_at is not null or referral_id is null);

/* What belongs to nothing yet is for whoever uploaded it. */
drop policy content on file;
create policy content on file using (acting_as_system()
  or (referral_id is not null and may_read_content(referral_id))
  or (person_id is not null and added_by_organisation_id = acting_organisation())
  or (referral_id is null and person_id is null and added_by_user_id = acting_user()));

create function remove_files_of_draft() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update file set draft_id = null, removed_at = case when referral_id is null then coalesce(removed_at, now()) else removed_at end
    where draft_id = old.id;
  return old;
end $$;
create trigger draft_files before delete on draft for each row execute function remove_files_of_draft();

alter table view_record add column file_id uuid; -- RES-14: which of its files
