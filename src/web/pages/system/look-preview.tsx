/** The colour and the logo where they will stand: at the top of a page, and of an email. */
import { leastContrast, sayContrast } from '../../../domain/colour.ts'
import { paths } from '../../paths.ts'
import { Brand } from '../../ui/brand.tsx'
import { Card } from '../../ui/card.tsx'
import { Stripe } from '../../ui/header.tsx'
import type { Settings } from './load.ts'

export function LookPreview({ settings: { t, network }, colour }: { settings: Settings; colour: string }) {
  const { logo, name } = network
  return (
    <Card title={t('system.preview.title')} id="preview">
      <div class="stack">
        <div class="stack tight">
          <h3>{t('system.look.header')}</h3>
          <div class="look-header">
            <div>
              <span class="brand">
                <Brand name={t('nav.brand')} />
              </span>
              {logo && <img class="network-logo" src={paths.picture(logo.id)} alt={logo.alt} />}
            </div>
            <Stripe colour={colour} />
          </div>
        </div>
        <div class="stack tight">
          <h3>{t('system.look.letter')}</h3>
          <svg class="look-letter" viewBox="0 0 560 52" role="img" aria-label={name}>
            <rect width="560" height="52" rx="8" fill={colour} />
            <text x="24" y="33" fill="#ffffff">
              {name}
            </text>
          </svg>
        </div>
        <p>{t('system.look.measured', { ratio: sayContrast(colour), least: leastContrast })}</p>
      </div>
    </Card>
  )
}
