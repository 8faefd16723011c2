/** What differs between two versions of a form. */
import type * as english from '../../en/designer/difference.ts'
import type { Welsh } from '../../words.ts'

export const difference = {
  whatChanges: 'Beth sy’n newid',
  noDifference: 'Nid oes dim yn wahanol.',
  difference: {
    order: 'Newidiodd trefn y meysydd neu’r rhannau.',
    hint: 'Gofynnir am fwy nes bod {{now}} nod; {{was}} ydoedd.',
  },
  change: { added: 'Ychwanegwyd', removed: 'Tynnwyd', changed: 'Newidiwyd', moved: 'Symudwyd' },
  was: 'Cynt',
  now: 'Nawr',
  fieldPart: { show: 'Gofynnir', label: 'Enw', help: 'Testun cymorth', list: 'Rhestr' },
  questionPart: {
    label: 'Cwestiwn',
    help: 'Testun cymorth',
    kind: 'Atebir â',
    required: 'Ateb',
    options: 'Dewisiadau',
    bounds: 'Lleiaf a mwyaf',
    section: 'Adran',
    condition: 'Gofynnir os',
    effects: 'Mae atebion yn',
  },
} as const satisfies Welsh<typeof english.difference>
