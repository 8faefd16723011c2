/** What is stored, under the names of the inputs. */
import { showPhone } from '../../../domain/phone.ts'
import type { ProfileSection } from '../../../domain/profile.ts'
import { daysOf } from '../../../domain/week-hours.ts'
import type { FormValues } from '../../ui/context.tsx'
import type { Entry } from './load.ts'

export function storedValues(entry: Entry, section: ProfileSection): FormValues {
  const { profile, network } = entry
  if (section === 'hours') return hourValues(entry)
  const categoryIds = profile.categories.filter(one => one.networkId === network.id).map(one => one.categoryId)
  const phone = profile.phone ? showPhone(profile.phone) : ''
  return { ...profile, categoryIds, phone, languages: profile.languages.join(', ') }
}

function hourValues({ profile }: Entry): FormValues {
  const days = daysOf(profile.spans)
  return Object.fromEntries(
    days.flatMap((day, at) => Object.entries(day).map(([field, time]) => [`days.${at}.${field}`, time])),
  )
}
