/** How to get in touch, as links that a phone, a mail program and a browser follow. */

/** Large enough to be rung by a thumb. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a class="phone-link" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
      {phone}
    </a>
  )
}

export function EmailLink({ email }: { email: string }) {
  return <a href={`mailto:${email}`}>{email}</a>
}

/** Nothing but http and https is followed. */
export function WebsiteLink({ website }: { website: string }) {
  if (!/^https?:\/\//i.test(website)) return website
  return <a href={website}>{website.replace(/^https?:\/\/(www\.)?|\/$/gi, '')}</a>
}
