/** Sends a step until it has arrived: the connection may be gone for as long as it likes. Sending twice is sending once. */
const every = 4000

export type Telling = 'lost' | 'trying' | 'sending'
type Tell = (state: Telling, share?: number) => void

export async function send(address: string, body: string | FormData, tell: Tell): Promise<string> {
  for (;;) {
    const html = typeof body === 'string' ? await attempt(address, body) : await upload(address, body, tell)
    if (html !== null) return html
    tell('lost')
    await connection()
    tell('trying')
  }
}

/** Null where it did not arrive, or whoever stands between us could not pass it on. */
async function attempt(address: string, body: string): Promise<string | null> {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  try {
    const response = await fetch(address, { method: 'POST', headers, body, credentials: 'omit', cache: 'no-store' })
    return response.status >= 502 ? null : await response.text()
  } catch {
    return null
  }
}

/** With files: by the older way, which says how far it has come. */
function upload(address: string, body: FormData, tell: Tell): Promise<string | null> {
  return new Promise(resolve => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.upload.addEventListener('progress', ({ loaded, total }) => tell('sending', total ? loaded / total : 0))
    request.addEventListener('load', () => resolve(request.status >= 502 ? null : request.responseText))
    request.addEventListener('error', () => resolve(null))
    request.send(body)
  })
}

/** Whichever comes first: the browser says that it is back, or it is time to try. */
function connection(): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      resolve()
    }
    const timer = setTimeout(done, every)
    addEventListener('online', done)
  })
}
