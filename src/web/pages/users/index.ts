/** The accounts that a primary user or a coordinator keeps. */
import { Hono } from 'hono'
import type { PageEnv } from '../../env.ts'
import { endUserPage } from './end.tsx'
import { inviteUserPage } from './invite.tsx'
import { userList } from './list.tsx'
import { userPage } from './user.tsx'

export const users = new Hono<PageEnv>()
  .route('/', userList)
  .route('/', inviteUserPage)
  .route('/', endUserPage)
  .route('/', userPage)
