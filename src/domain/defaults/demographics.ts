/** What a new network asks about people, so that services may say whom they are for and reports can show fair access. */

export type DemographicDraft = {
  key: string
  label: string
  kind: 'age' | 'single' | 'several' | 'number'
  options: readonly { key: string; label: string }[]
}

const unsaid = { key: 'unsaid', label: 'Prefers not to say' }

/** Age comes from the date of birth; it is not asked twice. */
export const defaultDemographics: readonly DemographicDraft[] = [
  { key: 'age', label: 'Age', kind: 'age', options: [] },
  {
    key: 'gender',
    label: 'Gender',
    kind: 'single',
    options: [
      { key: 'woman', label: 'Woman' },
      { key: 'man', label: 'Man' },
      { key: 'non_binary', label: 'Non-binary' },
      { key: 'other', label: 'In another way' },
      unsaid,
    ],
  },
  {
    key: 'ethnic_group',
    label: 'Ethnic group',
    kind: 'single',
    options: [
      { key: 'white_british', label: 'White: English, Welsh, Scottish, Northern Irish or British' },
      { key: 'white_irish', label: 'White: Irish' },
      { key: 'white_traveller', label: 'White: Gypsy or Irish Traveller' },
      { key: 'white_roma', label: 'White: Roma' },
      { key: 'white_other', label: 'White: any other background' },
      { key: 'mixed_caribbean', label: 'Mixed: White and Black Caribbean' },
      { key: 'mixed_african', label: 'Mixed: White and Black African' },
      { key: 'mixed_asian', label: 'Mixed: White and Asian' },
      { key: 'mixed_other', label: 'Mixed: any other background' },
      { key: 'asian_indian', label: 'Asian: Indian' },
      { key: 'asian_pakistani', label: 'Asian: Pakistani' },
      { key: 'asian_bangladeshi', label: 'Asian: Bangladeshi' },
      { key: 'asian_chinese', label: 'Asian: Chinese' },
      { key: 'asian_other', label: 'Asian: any other background' },
      { key: 'black_african', label: 'Black: African' },
      { key: 'black_caribbean', label: 'Black: Caribbean' },
      { key: 'black_other', label: 'Black: any other background' },
      { key: 'arab', label: 'Arab' },
      { key: 'other', label: 'Any other ethnic group' },
      unsaid,
    ],
  },
  {
    key: 'disability',
    label: 'Disability or long-term condition',
    kind: 'several',
    options: [
      { key: 'vision', label: 'Sight' },
      { key: 'hearing', label: 'Hearing' },
      { key: 'mobility', label: 'Getting about' },
      { key: 'dexterity', label: 'Using the hands' },
      { key: 'learning', label: 'Learning, understanding or concentrating' },
      { key: 'memory', label: 'Memory' },
      { key: 'mental_health', label: 'Mental health' },
      { key: 'stamina', label: 'Stamina, breathing or tiredness' },
      { key: 'social', label: 'Being with other people' },
      { key: 'other', label: 'Something else' },
      { key: 'none', label: 'None' },
      unsaid,
    ],
  },
]
