import { expect, test, vi } from 'vitest'

test('SECURITY: a message is heard from our own form alone, and only if it is one of its kind', async () => {
  const frame = { height: '', scrollIntoView: vi.fn() }
  let hear: (message: object) => void = () => {}
  vi.stubGlobal('document', { querySelector: () => frame })
  vi.stubGlobal('location', { origin: 'https://onward.example' })
  vi.stubGlobal('addEventListener', (_: string, listener: typeof hear) => {
    hear = listener
  })
  await import('./frame-host.ts')
  const own = 'https://onward.example'
  hear({ origin: 'https://evil.example', data: { type: 'onward:height', height: 900 } })
  hear({ origin: own, data: { type: 'another', height: 900 } })
  hear({ origin: own, data: { type: 'onward:height', height: '100%; x' } })
  hear({ origin: own, data: null })
  expect(frame.height).toBe('')
  hear({ origin: own, data: { type: 'onward:height', height: 900, top: true } })
  expect(frame.height).toBe('900')
  expect(frame.scrollIntoView).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})
