-- What somebody handles, before they leave.
create index assignment_handled on assignment (handler_user_id, organisation_id)
  where handler_user_id is not null and status in ('pending', 'accepted');
