-- FORM-6, ORG-1: what an organisation asks wherever it is on the shortlist. A version never changes; the newest is asked.
create table organisation_questions (
  organisation_id uuid not null references organisation,
  network_id uuid not null references network,
  version integer not null check (version > 0),
  definition jsonb not null, -- OwnQuestions, domain/own-questions.ts
  kept_at timestamptz not null,
  kept_by uuid references "user",
  primary key (organisation_id, network_id, version)
);
create trigger organisation_questions_kept before update or delete on organisation_questions
  for each row execute function forbid_change();

-- Every question that was asked has its row, with null where it was left blank.
-- Those of the network belong to the referral's form version, those of an organisation to this version of its own.
alter table referral_answer add column questions_version integer;
