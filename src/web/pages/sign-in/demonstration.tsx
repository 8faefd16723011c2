/** The made-up people as whom anybody may try the program. */
import { type DemonstrationSignIn, demonstrationPassword } from '../../../db/demonstration.ts'
import type { T } from '../../../words/index.ts'

export function DemonstrationSignIns({ t, signIns }: { t: T; signIns: readonly DemonstrationSignIn[] }) {
  return (
    <section class="card" aria-labelledby="demonstration">
      <h2 id="demonstration">{t('auth.demonstrationTitle')}</h2>
      <p>
        {t('auth.demonstrationText', { password: '' })}
        <code>{demonstrationPassword}</code>
      </p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('auth.email')}</th>
            <th scope="col">{t('auth.who')}</th>
            <th scope="col">{t('auth.role')}</th>
          </tr>
        </thead>
        <tbody>
          {signIns.map(signIn => (
            <Row key={signIn.email} t={t} signIn={signIn} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ t, signIn: { email, name, role, organisation } }: { t: T; signIn: DemonstrationSignIn }) {
  return (
    <tr>
      <th scope="row">{email}</th>
      <td>{organisation ? t('nav.accountOf', { name, organisation }) : name}</td>
      <td>{t(`auth.roles.${role}`)}</td>
    </tr>
  )
}
