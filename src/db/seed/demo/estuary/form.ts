/** The questions of the demonstration's second network: who lives there, what they can cook, and how warm it is. */
import { type DemoForm, yes } from '../form.ts'

const needs = (answer: string) => ({ question: 'needs', operator: 'includes', answer }) as const

// biome-ignore format: a table
export const estuaryForm: DemoForm = [
  {
    id: 'household', title: { en: 'The household', cy: 'Yr aelwyd' },
    questions: [
      { id: 'people', kind: 'number', required: true, least: 1, most: 20, label: { en: 'How many people live in the household?', cy: 'Faint o bobl sy’n byw ar yr aelwyd?' },
        help: { en: 'Count everybody who eats there, babies too.', cy: 'Cyfrwch bawb sy’n bwyta yno, babanod hefyd.' } },
      { id: 'under_16', kind: 'number', least: 0, most: 19, when: [{ question: 'people', operator: '>', answer: 1 }], label: { en: 'How many of them are under 16?', cy: 'Faint ohonynt sydd dan 16 oed?' } },
      { id: 'infant', kind: 'yes_no', when: [{ question: 'under_16', operator: '>', answer: 0 }], label: { en: 'Is one of them a baby under a year old?', cy: 'A oes un ohonynt yn faban dan flwydd oed?' },
        effects: [{ ...yes, does: { kind: 'add_need', need: 'Food for a baby' } }] },
    ],
  },
  {
    id: 'parcel', title: { en: 'The food', cy: 'Y bwyd' },
    questions: [
      { id: 'today', kind: 'yes_no', required: true, when: [needs('Food parcel')], label: { en: 'Is there enough to eat until tomorrow?', cy: 'A oes digon i’w fwyta tan yfory?' },
        effects: [{ operator: '=', answer: false, does: { kind: 'urgent' } }] },
      { id: 'cook', kind: 'several_of', when: [needs('Food parcel')], label: { en: 'What works in the kitchen?', cy: 'Beth sy’n gweithio yn y gegin?' },
        options: [['hob', 'A hob or cooker', 'Hob neu bopty'], ['microwave', 'A microwave', 'Microdon'], ['kettle', 'A kettle', 'Tegell'], ['fridge', 'A fridge', 'Oergell']] },
      { id: 'collect', kind: 'one_of', when: [needs('Food parcel')], label: { en: 'Can somebody collect it?', cy: 'A all rhywun ei gasglu?' },
        options: [['walk', 'Yes, on foot', 'Gall, ar droed'], ['car', 'Yes, by car', 'Gall, mewn car'], ['no', 'No: it has to be brought', 'Na: rhaid dod ag ef']] },
      { id: 'leave_out', kind: 'text', when: [needs('Food parcel')], label: { en: 'What should be left out?', cy: 'Beth y dylid ei hepgor?' }, help: { en: 'Allergies, and food that they do not eat.', cy: 'Alergeddau, a bwyd nad ydynt yn ei fwyta.' } },
    ],
  },
  {
    id: 'warmth', title: { en: 'The meter', cy: 'Y mesurydd' },
    questions: [
      { id: 'meter', kind: 'one_of', when: [needs('Fuel voucher')], label: { en: 'What sort of meter is it?', cy: 'Pa fath o fesurydd ydyw?' },
        options: [['key', 'A key or a card', 'Allwedd neu gerdyn'], ['smart', 'A smart meter', 'Mesurydd clyfar'], ['unsure', 'Not sure', 'Ddim yn siŵr']] },
      { id: 'run_out', kind: 'yes_no', when: [needs('Fuel voucher')], label: { en: 'Has it run out?', cy: 'A yw wedi rhedeg allan?' },
        effects: [{ ...yes, does: { kind: 'urgent' } }] },
    ],
  },
]
