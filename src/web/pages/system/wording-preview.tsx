/** FORM-11: the words as the form will ask them, in both languages, before they are published. */
import type { WordingForm } from '../../../domain/consent.ts'
import { type T, translator } from '../../../words/index.ts'
import { Card } from '../../ui/card.tsx'
import { Words } from '../../ui/context.tsx'
import { Worded } from '../refer/consent.tsx'
import type { Settings } from './load.ts'

type Network = Settings['network']

export function WordingPreview({ t, network, tried }: { t: T; network: Network; tried: WordingForm }) {
  const { wording, dataProtection, wordingCy, dataProtectionCy } = tried
  const welsh = wordingCy ? { id: '', wording: wordingCy, dataProtection: dataProtectionCy } : null
  const shown = { id: '', version: tried.seen + 1, wording, dataProtection, welsh }
  return (
    <Card title={t('system.wording.preview')} id="preview">
      <p>{t('system.wording.previewLead')}</p>
      <div class="stack">
        <h3>{t('system.wording.previewEnglish')}</h3>
        <AsAsked t={translator('en')} network={network} wording={shown} />
        <h3>{t('system.wording.previewWelsh')}</h3>
        {!welsh && <p>{t('system.wording.previewNoWelsh')}</p>}
        <AsAsked t={translator('cy')} network={network} wording={shown} />
      </div>
    </Card>
  )
}

type Asked = { t: T; network: Network; wording: Network['wording'] }

function AsAsked({ t, network, wording }: Asked) {
  return (
    <div class="stack tight" lang={t.language}>
      <Words.Provider value={t}>
        <h4>{t('consent.heading', { person: network.settings.personWord })}</h4>
        <p>{t('consent.lead')}</p>
        <div lang={wording?.welsh ? t.language : 'en'}>
          <Worded t={t} network={{ wording }} />
        </div>
      </Words.Provider>
    </div>
  )
}
