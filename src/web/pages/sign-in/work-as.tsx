/** For whom and where one works, for people in several organisations or networks (NAV-1). */
import { Hono } from 'hono'
import { z } from 'zod'
import { turnSession } from '../../../actions/turn-session.ts'
import { readSurroundings, type Surroundings } from '../../../db/surroundings.ts'
import type { T } from '../../../words/index.ts'
import { absent } from '../../doors.ts'
import type { PageEnv } from '../../env.ts'
import { read } from '../../forms.ts'
import { render } from '../../page-context.tsx'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choices.tsx'
import type { FormValues } from '../../ui/context.tsx'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'

const all = 'all'
const turn = z.strictObject({
  organisation: z.uuid().optional(),
  network: z.union([z.literal(all), z.uuid()]).default(all),
})

export const workAs = new Hono<PageEnv>()
  .get(paths.turn, async c => {
    const { t, actor, ctx, session } = c.var
    const around = await readSurroundings(ctx.db, actor)
    const values = { organisation: actor.organisationId, network: session?.networkId ?? all }
    return render(c, <WorkAs t={t} around={around} values={values} />, {
      title: t('auth.workAsTitle'),
      width: 'centred',
    })
  })
  .post(paths.turn, async c => {
    const form = read(turn, c.var.form)
    if (!form.ok || !c.var.session) throw absent()
    const { organisation, network } = form.value
    await turnSession(c.var.ctx, c.var.session.id, {
      ...(organisation && { organisationId: organisation }),
      networkId: network === all ? null : network,
    })
    return c.redirect(paths.home, 303)
  })

function WorkAs({ t, around, values }: { t: T; around: Surroundings; values: FormValues }) {
  return (
    <>
      <PageHead title={t('auth.workAsTitle')} />
      <Form action={paths.turn} values={values}>
        {around.organisations.length > 1 && (
          <Radios
            name="organisation"
            legend={t('auth.workAsOrganisation')}
            choices={around.organisations.map(asOption)}
          />
        )}
        {around.networks.length > 1 && (
          <Radios
            name="network"
            legend={t('auth.workAsNetwork')}
            choices={[{ value: all, label: t('auth.allNetworks') }, ...around.networks.map(asOption)]}
          />
        )}
        <Button>{t('auth.workAsGo')}</Button>
      </Form>
    </>
  )
}

function asOption({ id, name }: { id: string; name: string }) {
  return { value: id, label: name }
}
