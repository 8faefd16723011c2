/** The demonstration's own questions, written down as a designer would build them: needs by their label, in the place of ids. */
import type { Condition, Effect, FormSection, Question } from '../../../domain/questions/types.ts'

type Does = Extract<Effect['does'], { kind: 'urgent' | 'set_demographic' }> | { kind: 'add_need'; need: string }
export type DemoEffect = Pick<Effect, 'operator' | 'answer'> & { does: Does }
/** A condition on `needs` names the need by its label. */
export type DemoQuestion = Omit<
  Question,
  'section' | 'options' | 'enableWhen' | 'effects' | 'least' | 'most' | 'required'
> & {
  required?: boolean
  options?: readonly (readonly [key: string, en: string, cy: string])[]
  least?: number
  most?: number
  when?: readonly Condition[]
  effects?: readonly DemoEffect[]
}
export type DemoForm = readonly (FormSection & { questions: readonly DemoQuestion[] })[]

export const yes = { operator: '=', answer: true } as const
const evicted = [{ question: 'eviction', ...yes }] as const
const hungry = [{ question: 'needs', operator: 'includes', answer: 'Emergency food' }] as const
const happened = (answer: string) => ({ question: 'happened', operator: 'includes', answer }) as const

// biome-ignore format: a table
export const merseyForm: DemoForm = [
  {
    id: 'home', title: { en: 'Keeping a home', cy: 'Cadw cartref' },
    questions: [
      { id: 'eviction', kind: 'yes_no', label: { en: 'Is the person at risk of losing their home?', cy: 'A yw’r person mewn perygl o golli ei gartref?' },
        help: { en: 'A notice, a court date, or somebody has told them to leave.', cy: 'Hysbysiad, dyddiad llys, neu mae rhywun wedi dweud wrthynt am adael.' },
        effects: [{ ...yes, does: { kind: 'add_need', need: 'Homelessness prevention' } }] },
      { id: 'happened', kind: 'several_of', when: evicted, label: { en: 'What has happened so far?', cy: 'Beth sydd wedi digwydd hyd yma?' },
        options: [['arrears', 'They are behind with the rent or mortgage', 'Maent ar ei hôl hi gyda’r rhent neu’r morgais'], ['notice', 'A notice was served', 'Cyflwynwyd hysbysiad'],
          ['hearing', 'A court hearing is set', 'Mae gwrandawiad llys wedi’i bennu'], ['bailiffs', 'Bailiffs have given a date', 'Mae beilïaid wedi rhoi dyddiad']],
        effects: [{ operator: 'includes', answer: 'hearing', does: { kind: 'urgent' } }, { operator: 'includes', answer: 'hearing', does: { kind: 'add_need', need: 'Legal advice on a home' } }, { operator: 'includes', answer: 'bailiffs', does: { kind: 'urgent' } }] },
      { id: 'notice_served', kind: 'date', when: [happened('notice')], label: { en: 'When was the notice served?', cy: 'Pryd y cyflwynwyd yr hysbysiad?' } },
      { id: 'hearing_date', kind: 'date', required: true, when: [happened('hearing')], label: { en: 'When is the hearing?', cy: 'Pryd mae’r gwrandawiad?' }, help: { en: 'It is on the letter from the court.', cy: 'Mae ar y llythyr gan y llys.' } },
      { id: 'arrears_owed', kind: 'number', least: 0, most: 200000, when: [happened('arrears')], label: { en: 'About how much is owed, in pounds?', cy: 'Tua faint sy’n ddyledus, mewn punnoedd?' },
        effects: [{ operator: '>', answer: 0, does: { kind: 'add_need', need: 'Debt advice' } }] },
      { id: 'landlord', kind: 'one_of', when: evicted, label: { en: 'Whose home is it?', cy: 'Cartref pwy yw hwn?' },
        options: [['council', 'The council’s', 'Y cyngor'], ['association', 'A housing association’s', 'Cymdeithas dai'], ['private', 'A private landlord’s', 'Landlord preifat'], ['own', 'Their own, with a mortgage', 'Eu cartref eu hunain, gyda morgais']] },
    ],
  },
  {
    id: 'food', title: { en: 'Food at home', cy: 'Bwyd gartref' },
    questions: [
      { id: 'food_today', kind: 'yes_no', when: hungry, label: { en: 'Is there something to eat in the house today?', cy: 'A oes rhywbeth i’w fwyta yn y tŷ heddiw?' },
        effects: [{ operator: '=', answer: false, does: { kind: 'urgent' } }] },
      { id: 'eating', kind: 'number', least: 1, most: 20, when: hungry, label: { en: 'How many people is the food for?', cy: 'I faint o bobl mae’r bwyd?' } },
      { id: 'with_children', kind: 'yes_no', when: hungry, label: { en: 'Are any of them children?', cy: 'A oes plant yn eu plith?' } },
      { id: 'children_ages', kind: 'text', when: [{ question: 'with_children', ...yes }], label: { en: 'How old are the children?', cy: 'Beth yw oed y plant?' }, help: { en: 'For example, 3, 7 and 11.', cy: 'Er enghraifft, 3, 7 ac 11.' } },
      { id: 'baby', kind: 'yes_no', when: [{ question: 'with_children', ...yes }], label: { en: 'Is one of them under a year old?', cy: 'A oes un ohonynt dan flwydd oed?' },
        effects: [{ ...yes, does: { kind: 'add_need', need: 'Baby basics' } }, { ...yes, does: { kind: 'set_demographic', key: 'children', group: 'under_five' } }] },
      { id: 'cooking', kind: 'one_of', when: hungry, label: { en: 'What can they cook with?', cy: 'Gyda beth y gallant goginio?' },
        options: [['cooker', 'A cooker or microwave', 'Popty neu ficrodon'], ['kettle', 'Only a kettle', 'Tegell yn unig'], ['nothing', 'Nothing', 'Dim byd']] },
      { id: 'diet', kind: 'several_of', when: hungry, label: { en: 'What should be left out?', cy: 'Beth y dylid ei hepgor?' },
        options: [['pork', 'Food that is not halal', 'Bwyd nad yw’n halal'], ['meat', 'Meat and fish', 'Cig a physgod'], ['gluten', 'Gluten', 'Glwten'], ['milk', 'Milk', 'Llaeth'], ['nuts', 'Nuts', 'Cnau']] },
    ],
  },
]
