/** NET-1, PUB-2: whether the public may look at the services that chose to be listed; how many those are. */
import { countListed } from '../../../db/listed.ts'
import { paths } from '../../paths.ts'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/choices.tsx'
import { partPage } from './part-page.tsx'
import { PublicAddress } from './public-address.tsx'

export const directorySetting = partPage({
  part: 'directory',
  path: paths.publicDirectorySetting,
  fields: ({ t }) => (
    <Card>
      <Checkbox name="publicDirectory" label={t('system.directory.on')} hint={t('system.directory.onHint')} />
    </Card>
  ),
  preview: async ({ t, network }, { publicDirectory }, { var: { ctx } }) => {
    const { listed, unlisted } = await countListed(ctx.db, network.id)
    return (
      <Card title={t('system.preview.title')} id="preview">
        {publicDirectory ? (
          <>
            <p>{t('system.directory.listed', { count: listed })}</p>
            <p>{t('system.directory.unlisted', { count: unlisted })}</p>
          </>
        ) : (
          <p>{t('system.directory.off', { count: listed })}</p>
        )}
      </Card>
    )
  },
  more: (settings, { var: { ctx } }) => <PublicAddress settings={settings} baseUrl={ctx.baseUrl} />,
})
