-- PUB-2: whoever looks for such help may not be safe while reading: its pages have a way out at once and say little in the tab.
alter table category add column sensitive boolean not null default false;
