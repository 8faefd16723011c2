/** An organisation's people (PPL). */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { editPerson } from './edit.tsx'
import { personFiles } from './files.ts'
import { peopleList } from './list.tsx'
import { mergePages } from './merge.tsx'
import { personPage } from './person.tsx'
import { tagPages } from './tag.tsx'

/** The first whose path matches answers: tags and merges before a person's id. */
export const people = new Hono<PageEnv>()
for (const part of [peopleList, tagPages, mergePages, editPerson, personFiles, personPage]) people.route('/', part)
