/** The Welsh catalogue, as far as it goes; English stands in for the rest. */
import type { WelshCatalogue } from '../words.ts'

export const cy = {
  nav: {
    skip: 'Neidio i’r prif gynnwys',
    menu: 'Dewislen',
    home: 'Hafan',
    search: 'Chwilio',
    networks: 'Rhwydweithiau',
    people: 'Pobl',
    reports: 'Adroddiadau',
    preferences: 'Dewisiadau',
    signIn: 'Mewngofnodi',
    signOut: 'Allgofnodi',
    language: 'Iaith',
  },
  common: { save: 'Cadw', continue: 'Parhau', back: 'Yn ôl', cancel: 'Canslo', yes: 'Ie', no: 'Na' },
  time: {
    dateAtTime: '{{date}} am {{time}}',
    midnight: 'hanner nos',
    midday: 'canol dydd',
    today: 'heddiw',
    yesterday: 'ddoe',
    days_zero: '{{count}} diwrnod',
    days_one: '{{count}} diwrnod',
    days_two: '{{count}} ddiwrnod',
    days_few: '{{count}} diwrnod',
    days_many: '{{count}} diwrnod',
    days_other: '{{count}} diwrnod',
  },
} as const satisfies WelshCatalogue
