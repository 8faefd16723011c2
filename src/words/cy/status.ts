/** Tags: adjectives, never sentences. One word means one thing everywhere. */
import type { English, Welsh } from '../words.ts'

export const status = {
  referral: {
    draft: 'Drafft',
    needs_placing: 'Angen lle',
    open: 'Yn aros',
    accepted: 'Derbyniwyd',
    closed: 'Caewyd',
    unmet: 'Heb ei ddiwallu',
    withdrawn: 'Tynnwyd yn ôl',
  },
  assignment: {
    pending: 'Yn aros',
    waiting_for_you: 'Yn aros amdanoch',
    question: 'Gofynnwyd cwestiwn',
    accepted: 'Derbyniwyd',
    rejected: 'Gwrthodwyd',
    lapsed: 'Pasiwyd ymlaen',
    withdrawn: 'Tynnwyd yn ôl',
    reassigned: 'Ailbennwyd',
    stood_down: 'Dim angen mwyach',
    closed: 'Caewyd',
    referred_on: 'Atgyfeiriwyd ymlaen',
  },
  need: {
    unplaced: 'Heb le',
    waiting: 'Yn aros',
    helped: 'Yn cael help',
    met: 'Diwallwyd',
    ended: 'Daeth i ben',
    unmet: 'Heb ei ddiwallu',
    withdrawn: 'Tynnwyd yn ôl',
  },
  task: {
    completed: 'Cyflawn',
    incomplete: 'Anghyflawn',
    not_needed: 'Dim angen',
  },
  urgent: 'Brys',
  restricted: 'Cyfyngedig',
  overdue: 'Hwyr',
  full: 'Llawn',
} as const satisfies Welsh<English['status']>
