/** FORM-13, PUB-1: how people who refer themselves come in: by links, and by the address that the public pages lead to. */
import { Hono } from 'hono'
import { keepSettings } from '../../../actions/keep-settings.ts'
import { selfReferrals } from '../../../domain/entry.ts'
import { Problem } from '../../../domain/problem.ts'
import type { PageEnv } from '../../env.ts'
import { paths } from '../../paths.ts'
import { publicPaths } from '../../public-paths.ts'
import { Button, ButtonGroup } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Radios } from '../../ui/choices.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Form } from '../../ui/form.tsx'
import { loadSettings, type Settings } from './load.ts'

export const selfReferral = new Hono<PageEnv>().post(paths.entrySelf, async c => {
  const { network, at } = await loadSettings(c)
  const chosen = selfReferrals.find(one => one === c.var.form.get('selfReferral'))
  if (!chosen) throw new Problem('invalid', 'Choose one of the answers.')
  await keepSettings(c.var.ctx, network.id, { entry: { selfReferral: chosen } }, {})
  return c.redirect(`${at(`${paths.entryLinks}?done=settings`)}#self-referral`, 303)
})

type Shown = { settings: Settings; baseUrl: string }

export function SelfReferralCard({ settings, baseUrl }: Shown) {
  const { t, at, network } = settings
  const { selfReferral } = network.settings
  return (
    <Card title={t('entry.selfReferral')} id="self-referral">
      <Form action={at(paths.entrySelf)} values={{ selfReferral }}>
        <Radios
          name="selfReferral"
          legend={t('entry.selfLegend')}
          choices={selfReferrals.map(one => ({
            value: one,
            label: t(`entry.self.${one}`),
            hint: t(`entry.selfHint.${one}`),
          }))}
        />
        {selfReferral === 'pages' && <AskingAddress settings={settings} baseUrl={baseUrl} />}
        <ButtonGroup>
          <Button>{t('common.save')}</Button>
        </ButtonGroup>
      </Form>
    </Card>
  )
}

/** Where the network lets people ask for help themselves: an address fit for a leaflet. */
export function AskingAddress({
  settings: { network },
  baseUrl,
}: {
  settings: Pick<Settings, 'network'>
  baseUrl: string
}) {
  const path = publicPaths.ask(network.slug)
  return (
    <div class="address-line">
      <a href={path}>{`${baseUrl}${path}`}</a>
      <CopyButton text={`${baseUrl}${path}`} />
    </div>
  )
}
