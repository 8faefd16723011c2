/** The network's help, in the same place on every page. */
import { say } from './context.tsx'
import { Icon } from './icon.tsx'

/** Who looks after the network; what is not known is left out. */
export type Help = {
  network?: string | undefined
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  technicalHref?: string | undefined
}

export type FooterLink = { href: string; label: string }

export function Footer({
  help = {},
  links = [],
}: {
  help?: Help | undefined
  links?: readonly FooterLink[] | undefined
}) {
  const { network, ...ways } = help
  const isHelp = Object.values(ways).some(Boolean)
  if (!isHelp && links.length === 0) return null
  return say(t => (
    <footer class="foot">
      <div class="wide">
        {isHelp && (
          <section aria-labelledby="help">
            <h2 id="help">{network ? t('nav.help.title', { network }) : t('nav.help.titleHere')}</h2>
            <HelpText {...ways} />
          </section>
        )}
        {links.length > 0 && (
          <nav aria-label={t('nav.more')}>
            <ul>
              {links.map(link => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  ))
}

/** Whom to ask, and how. */
export function HelpText({ name, ...links }: Help) {
  return say(t => (
    <>
      {name && <p>{t('nav.help.contact', { name })}</p>}
      <HelpLinks {...links} />
    </>
  ))
}

export function HelpLinks({ email, phone, technicalHref }: Help) {
  if (!email && !phone && !technicalHref) return null
  return say(t => (
    <ul>
      {email && (
        <li>
          <a href={`mailto:${email}`}>
            <Icon name="mail" />
            {email}
          </a>
        </li>
      )}
      {phone && (
        <li>
          <a href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
            <Icon name="phone" />
            {phone}
          </a>
        </li>
      )}
      {technicalHref && (
        <li>
          <a href={technicalHref}>{t('nav.help.technical')}</a>
        </li>
      )}
    </ul>
  ))
}
