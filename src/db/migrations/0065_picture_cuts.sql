-- What is cut from a picture for entries: which part matters most, in percent from the left and the top, and the file of the cut.
alter table picture
  add column focus_x real not null default 50 check (focus_x between 0 and 100),
  add column focus_y real not null default 50 check (focus_y between 0 and 100),
  add column cut_key text unique; -- none: the whole picture, its edges hidden where it is shown
