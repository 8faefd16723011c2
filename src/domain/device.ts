/** What a browser says of itself, kept as two words alone: enough to know one's own again, too little to tell people apart. */

export const browsers = ['chrome', 'edge', 'firefox', 'safari', 'opera', 'samsung', 'other'] as const
export const systems = ['windows', 'mac', 'linux', 'chromeos', 'android', 'iphone', 'ipad', 'other'] as const
export type Device = { browser: (typeof browsers)[number]; system: (typeof systems)[number] }

/** The first that fits: most say that they are several. */
const browserMarks = [
  ['edge', /\bEdgA?\/|\bEdgiOS\//],
  ['opera', /\bOPR\/|\bOPX\//],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\bFirefox\/|\bFxiOS\//],
  ['chrome', /\bChrome\/|\bCriOS\/|\bChromium\//],
  ['safari', /\bSafari\//],
] as const
const systemMarks = [
  ['iphone', /\biPhone\b/],
  ['ipad', /\biPad\b/],
  ['android', /\bAndroid\b/],
  ['chromeos', /\bCrOS\b/],
  ['windows', /\bWindows\b/],
  ['mac', /\bMac OS X\b|\bMacintosh\b/],
  ['linux', /\bLinux\b|\bX11\b/],
] as const

export function deviceOf(userAgent: string | undefined): Device {
  const said = (userAgent ?? '').slice(0, 500)
  return {
    browser: browserMarks.find(([, mark]) => mark.test(said))?.[0] ?? 'other',
    system: systemMarks.find(([, mark]) => mark.test(said))?.[0] ?? 'other',
  }
}
