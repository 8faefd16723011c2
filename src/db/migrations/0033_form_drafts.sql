-- The draft that coordinators work on between two published versions of a form.

alter table form_version
  add column based_on integer, -- the version that it began from; null: from nothing
  add column changed_at timestamptz not null default now(),
  add column changed_by uuid references "user";
create unique index form_version_draft on form_version (network_id) where status = 'draft';
