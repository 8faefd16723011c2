/** A browser without a screen: keeps cookies, follows nothing by itself, takes each form's token from the page before. */

export type Answer = { status: number; text: string; location: string | null; headers: Headers }
type Fields = Readonly<Record<string, string | readonly string[]>>

export type Browser = ReturnType<typeof openBrowser>

export function openBrowser(url: string) {
  const cookies = new Map<string, string>()
  let token = ''

  /** Any request at all, with the cookies. */
  async function request(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers)
    // Else half of what a page costs here would be its compression, and the end of it.
    if (!headers.has('accept-encoding')) headers.set('accept-encoding', 'identity')
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(new URL(path, url), { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) keep(cookie)
    const text = await response.text()
    token = tokenIn(text) ?? token
    return { status: response.status, text, location: response.headers.get('location'), headers: response.headers }
  }

  function keep(cookie: string) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (value === '' || /max-age=0/i.test(cookie)) cookies.delete(name)
    else cookies.set(name, value)
  }

  const get = (path: string) => request(path)

  /** As the form on the page seen last would send it; a list is a name repeated. */
  function post(path: string, fields: Fields = {}): Promise<Answer> {
    const pairs = Object.entries(fields).flatMap(([name, value]) =>
      [value].flat().map(one => [name, one] as [string, string]),
    )
    const body = new URLSearchParams([['token', token], ...pairs])
    return request(path, { method: 'POST', body, headers: { origin: new URL(url).origin } })
  }

  /** As a form with files would: `files` by the name that each is given. */
  function upload(path: string, files: Readonly<Record<string, Uint8Array | string>>, fields: Fields = {}) {
    const body = new FormData()
    body.set('token', token)
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
    for (const [name, bytes] of Object.entries(files))
      body.append('files', new File([new Uint8Array(Buffer.from(bytes))], name))
    return request(path, { method: 'POST', body, headers: { origin: new URL(url).origin } })
  }

  /** Gets the page, then posts to it: for one whose token comes from another session. */
  async function fill(path: string, fields: Fields = {}): Promise<Answer> {
    await get(path)
    return post(path, fields)
  }

  return { request, get, post, upload, fill, cookies, origin: new URL(url).origin }
}

function tokenIn(text: string): string | undefined {
  return /name="token" value="([^"]+)"/.exec(text)?.[1]
}
