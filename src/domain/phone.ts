/** Telephone numbers in any format typed, kept as people write them. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** E.164, or null where it cannot be a number; a number without a country code is a UK one. */
export function parsePhone(typed: string): string | null {
  const parsed = parsePhoneNumberFromString(typed, 'GB')
  return parsed?.isPossible() ? parsed.number : null
}

/** As people read it out: 0151 496 0110, or with the country's code where it is not a UK one. */
export function showPhone(stored: string): string {
  const parsed = parsePhoneNumberFromString(stored, 'GB')
  if (!parsed) return stored
  return parsed.countryCallingCode === '44' ? parsed.formatNational() : parsed.formatInternational()
}
