/** Phone, email and website as links; nothing but http, https, mailto and tel. */
import type { T } from '../../../words/index.ts'

type Props = { t: T; phone: string | null; email: string | null; website: string | null }

export function Contact({ phone, email, website }: Props) {
  return (
    <ul class="plain-list contact">
      {phone && (
        <li>
          <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>{phone}</a>
        </li>
      )}
      {email && (
        <li>
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {website && (
        <li>
          {/^https?:\/\//i.test(website) ? (
            <a href={website}>{website.replace(/^https?:\/\/(www\.)?|\/$/gi, '')}</a>
          ) : (
            website
          )}
        </li>
      )}
    </ul>
  )
}
