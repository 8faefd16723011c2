/** Figures. */
import type { Refusals } from './index.ts'

export const report: Refusals = {
  'Many people are reading reports now. Try again in a minute.':
    'Mae llawer o bobl yn darllen adroddiadau nawr. Rhowch gynnig arall arni mewn munud.',
  'These figures take too long to count. Ask for fewer days, one need or one area.':
    'Mae’r ffigurau hyn yn cymryd gormod o amser i’w cyfrif. Gofynnwch am lai o ddyddiau, un angen neu un ardal.',
}
