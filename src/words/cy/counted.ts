/** A Welsh text that counts, in its six plurals. The noun stays singular; it changes after 2, and some after 3 and 6. */
import type { PluralForm } from '../words.ts'

export function counted<S extends string>(
  stem: S,
  other: string,
  but: { readonly [F in PluralForm]?: string } = {},
): Record<`${S}_${PluralForm}`, string> {
  const forms = { zero: other, one: other, two: other, few: other, many: other, other, ...but }
  return Object.fromEntries(Object.entries(forms).map(([form, text]) => [`${stem}_${form}`, text])) as Record<
    `${S}_${PluralForm}`,
    string
  >
}
