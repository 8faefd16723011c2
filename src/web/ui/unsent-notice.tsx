/** Above a page whose form came after the end of a session: what was typed is in it again, and to copy besides. */
import type { T } from '../../words/index.ts'
import type { FormValues } from './context.tsx'
import { Details } from './details.tsx'
import { textsOf } from './field.tsx'
import { Notice } from './notice.tsx'

export function UnsentNotice({ t, fields, hadFiles }: { t: T; fields: FormValues; hadFiles: boolean }) {
  // Whoever changed the form meanwhile, or whatever it shows only later: words are there to copy.
  const texts = Object.values(fields)
    .flatMap(textsOf)
    .filter(text => /\S\s+\S/.test(text))
  return (
    <Notice tone="warning" title={t('auth.session.keptTitle')} live>
      <p>{t('auth.session.kept')}</p>
      {hadFiles && <p>{t('auth.session.noFiles')}</p>}
      {texts.length > 0 && (
        <Details summary={t('auth.session.copy')}>
          {texts.map(text => (
            <p class="as-typed" key={text}>
              {text}
            </p>
          ))}
        </Details>
      )}
    </Notice>
  )
}
