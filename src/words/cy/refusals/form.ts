/** The form as a network and its members design it, and what comes back from a browser. */
import type { Refusals } from './index.ts'

export const form: Refusals = {
  'There is a draft already. Publish or discard it first.': 'Mae drafft eisoes. Cyhoeddwch ef neu ei waredu yn gyntaf.',
  'There is no draft to discard.': 'Nid oes drafft i’w waredu.',
  'There is no draft to publish.': 'Nid oes drafft i’w gyhoeddi.',
  'The form cannot be published until its problems are mended.':
    'Ni ellir cyhoeddi’r ffurflen nes i’w phroblemau gael eu cywiro.',
  'Some questions lean on what is not before them.': 'Mae rhai cwestiynau’n dibynnu ar rywbeth nad yw o’u blaen.',
  'A question needs another look.': 'Mae angen edrych ar gwestiwn eto.',
  'Somebody else changed the form while this page was open.':
    'Newidiodd rhywun arall y ffurflen tra oedd y dudalen hon ar agor.',
  'Somebody changed these questions while this page was open.':
    'Newidiodd rhywun y cwestiynau hyn tra oedd y dudalen hon ar agor.',
  '“{{1}}” is asked because of an answer that would then come after it.':
    'Gofynnir “{{1}}” oherwydd ateb a fyddai wedyn yn dod ar ei ôl.',
  '“{{1}}” is asked because of an answer that would then not exist. Change its condition first.':
    'Gofynnir “{{1}}” oherwydd ateb na fyddai wedyn yn bod. Newidiwch ei amod yn gyntaf.',
  'Move or delete the questions in this section first.': 'Symudwch neu dilëwch gwestiynau’r adran hon yn gyntaf.',

  'The form had a field that does not belong to it.': 'Roedd maes yn y ffurflen nad yw’n perthyn iddi.',
  'This form was sent from another site.': 'Anfonwyd y ffurflen hon o wefan arall.',
  'This form could not be read.': 'Nid oedd modd darllen y ffurflen hon.',
  'This form has more fields than any of ours.': 'Mae mwy o feysydd yn y ffurflen hon nag yn yr un o’n rhai ni.',
  'This is more than can be sent at once.': 'Mae hyn yn fwy nag y gellir ei anfon ar unwaith.',
  'This Idempotency-Key came with another request before.': 'Daeth yr Idempotency-Key hwn gyda chais arall o’r blaen.',
}
