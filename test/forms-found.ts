/** The forms of a page, as a browser would send them untouched. */
export type Field = { name: string; value: string; type: string }
export type FoundForm = { page: string; action: string; multipart: boolean; fields: Field[] }

export function formsIn(page: string, text: string): FoundForm[] {
  return [...text.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
    .filter(([, attributes = '']) => /method="post"/i.test(attributes))
    .map(([, attributes = '', inner = '']) => ({
      page,
      action: (attribute(attributes, 'action') || page).replace(/[?#].*$/, ''),
      multipart: /multipart/.test(attributes),
      fields: fieldsIn(inner),
    }))
}

/** What would be sent: ticks that are set, the option chosen, the first button. */
export function asSent(form: FoundForm | undefined): [string, string][] {
  const fields = form?.fields ?? []
  const button = fields.find(({ type }) => type === 'submit')
  return fields
    .filter(({ type }) => type !== 'submit' && type !== 'file' && !type.endsWith('-off'))
    .concat(button ? [button] : [])
    .filter(({ name }) => name !== 'token')
    .map(({ name, value }) => [name, value])
}

function fieldsIn(inner: string): Field[] {
  const inputs = [...inner.matchAll(/<(input|button)\b([^>]*)>/g)].map(([tag, kind, attributes = '']) => {
    const type = attribute(attributes, 'type') || (kind === 'button' ? 'submit' : 'text')
    const isOff = (type === 'checkbox' || type === 'radio') && !/\schecked\b/.test(tag)
    return {
      name: attribute(attributes, 'name'),
      value: attribute(attributes, 'value'),
      type: isOff ? `${type}-off` : type,
    }
  })
  const areas = [...inner.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)].map(
    ([, attributes = '', value = '']) => ({
      ...{ name: attribute(attributes, 'name'), value: plain(value), type: 'textarea' },
    }),
  )
  const selects = [...inner.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].map(([, attributes = '', options = '']) => {
    const chosen = /<option\b([^>]*\sselected\b[^>]*)>/.exec(options) ?? /<option\b([^>]*)>/.exec(options)
    return { name: attribute(attributes, 'name'), value: attribute(chosen?.[1] ?? '', 'value'), type: 'select' }
  })
  return [...inputs, ...areas, ...selects].filter(({ name }) => name !== '')
}

function attribute(attributes: string, name: string): string {
  return plain(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
}
