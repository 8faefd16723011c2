/** The log of what was done with a person: what happened, when, how long, by which way, and what comes next. */
import { deleteContact, finishStep, insertContact } from '../../db/people/save.ts'
import type { ContactForm } from '../../domain/people.ts'
import { Problem } from '../../domain/problem.ts'
import { dayOf } from '../../domain/week.ts'
import type { ActingContext } from '../context.ts'
import { keepingPerson } from './keeper.ts'

/** The id of the new entry. What has not happened yet is a next step. */
export function addContact(ctx: ActingContext, personId: string, contact: ContactForm): Promise<string> {
  if (contact.onDay > dayOf(ctx.now()))
    throw new Problem('invalid', 'The date must be today or in the past.', { field: 'onDay' }, [
      { field: 'onDay', code: 'date_future' },
    ])
  return keepingPerson(ctx, personId, 'addContact', keeping => insertContact(keeping.trx, keeping, contact, keeping))
}

export function finishNextStep(ctx: ActingContext, personId: string, contactId: string): Promise<void> {
  return keepingPerson(ctx, personId, 'finishNextStep', async ({ trx, organisationId, at }) => {
    if (!(await finishStep(trx, contactId, organisationId, at))) throw noEntry()
  })
}

/** Written by mistake: only its author takes it away. */
export function removeContact(ctx: ActingContext, personId: string, contactId: string): Promise<void> {
  return keepingPerson(ctx, personId, 'removeContact', async ({ trx, organisationId, userId }) => {
    if (!(await deleteContact(trx, contactId, organisationId, userId))) throw noEntry()
  })
}

function noEntry(): Problem {
  return new Problem('not_found', 'There is no such entry.')
}
