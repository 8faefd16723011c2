/** The four steps of making a referral, and the frame that each of them stands in. */

import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Icon } from '../../ui/icon.tsx'

const steps = ['details', 'services', 'consent', 'check'] as const
export type Step = (typeof steps)[number]

const pathOf: Readonly<Record<Step, (id: string) => string>> = {
  details: paths.draft,
  services: paths.draftServices,
  consent: paths.draftConsent,
  check: paths.draftCheck,
}

/** Steps behind are links; those ahead wait for what comes before them. */
export function Journey({ t, id, at }: { t: T; id: string; at: Step }) {
  const now = steps.indexOf(at)
  return (
    <nav class="journey" aria-label={t('form.steps.label')}>
      <ol>
        {steps.map((step, index) => (
          <li key={step} class={index < now ? 'done' : undefined} aria-current={index === now ? 'step' : undefined}>
            <span class="journey-mark" aria-hidden="true">
              {index < now ? <Icon name="check" /> : index + 1}
            </span>
            {index < now ? (
              <a href={pathOf[step](id)}>{t(`form.steps.${step}`)}</a>
            ) : (
              <span class="journey-name">{t(`form.steps.${step}`)}</span>
            )}
            {index < now && <span class="hidden"> ({t('form.steps.done')})</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
