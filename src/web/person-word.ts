/** NET-1: the person who is referred, as a network calls them; our own words where it chose none of its own. */
import type { NetworkSettings } from '../domain/network.ts'
import type { T } from '../words/index.ts'

type Called = { settings: Pick<NetworkSettings, 'personWord' | 'personWordPlural'> }

/** "The client". */
export function thePerson(t: T, { settings: { personWord } }: Called): string {
  return personWord === 'person' ? t('form.section.person') : t('form.personCalled', { person: personWord })
}

/** What all of these call them; null where they differ, or use our own words. */
export function calledIn(networks: readonly Called[]): { person: string; people: string } | null {
  const [first, ...others] = networks.map(({ settings }) => settings)
  if (!first || first.personWord === 'person') return null
  const isSame = others.every(one => one.personWord === first.personWord)
  return isSame ? { person: first.personWord, people: first.personWordPlural } : null
}
