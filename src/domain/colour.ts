/** A network's colour: whether white text on it can be read (WCAG 1.4.3). */
import { z } from 'zod'

export const leastContrast = 4.5

/** From 1 (none) to 21. Colours as #rrggbb. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

/** Rounded down, so that what is refused never looks as if it were enough: 4.49 is '4.4'. */
export function sayContrast(colour: string): string {
  return (Math.floor(contrast(colour, white) * 10) / 10).toFixed(1)
}

export const white = '#ffffff'

/** As typed: with or without #, upper or lower case, three digits or six. Stored as #rrggbb. */
export const colour = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^#?([0-9a-f]{3}|[0-9a-f]{6})$/, { error: 'colour', abort: true })
  .transform(whole)
  .refine(one => contrast(one, white) >= leastContrast, { error: 'contrast' })

/** '#abc' → '#aabbcc'. Null for what is no colour. */
export function readColour(typed: string): string | null {
  const text = typed.trim().toLowerCase()
  return /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.test(text) ? whole(text) : null
}

function whole(typed: string): string {
  const digits = typed.replace('#', '')
  return `#${digits.length === 3 ? [...digits].map(one => one + one).join('') : digits}`
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
