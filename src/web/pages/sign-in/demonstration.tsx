/** The made-up people as whom anybody may try the program, one press each. */
import { type DemonstrationSignIn, demonstrationPassword } from '../../../db/demonstration.ts'
import type { T } from '../../../words/index.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Form } from '../../ui/form.tsx'
import { Stack } from '../../ui/layout.tsx'

export function DemonstrationSignIns({ t, signIns }: { t: T; signIns: readonly DemonstrationSignIn[] }) {
  return (
    <Card id="demonstration" title={t('auth.demonstrationTitle')}>
      <Stack tight>
        <p>
          {t('auth.demonstrationText')} <code>{demonstrationPassword}</code>
        </p>
        <dl class="facts">
          {signIns.map(signIn => (
            <div class="fact" key={signIn.email}>
              <dt>{t(`auth.roles.${signIn.role}`)}</dt>
              <dd>
                <As t={t} signIn={signIn} />
              </dd>
            </div>
          ))}
        </dl>
      </Stack>
    </Card>
  )
}

function As({ t, signIn: { email, name, organisation } }: { t: T; signIn: DemonstrationSignIn }) {
  return (
    <Form plain action={paths.signIn}>
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="password" value={demonstrationPassword} />
      <Button look="plain" label={t('auth.signInAs', { email })}>
        {email}
      </Button>
      <div class="small">{organisation ? t('nav.accountOf', { name, organisation }) : name}</div>
    </Form>
  )
}
