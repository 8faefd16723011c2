-- RPT: arrays of any lengths, one after the other; and why nobody has a need, from indexes alone: who declined it last, and for what reason.
create aggregate joined(anycompatiblearray) (sfunc = array_cat, stype = anycompatiblearray);

drop index need_unmet;
create index need_unmet on need (network_id, opened_at, referral_id) include (category_id, unmet_reason_id, status)
  where status in ('unmet', 'unplaced');
create index assignment_declined on assignment (referral_id, nth) include (category_ids, reason_id) where status = 'rejected';
