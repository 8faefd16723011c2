/** Forty things that people type into the directory's one box, over the demonstration, and what must come first; any of several where they are as good. */

export type Query = { typed: string; first: readonly string[]; also?: readonly string[] }

// biome-ignore format: a table
export const queries: readonly Query[] = [
  // Plain needs, as the network calls them
  { typed: 'debt advice', first: ['Debt Advice'], also: ['Docks Debt Drop-in'] },
  { typed: 'food bank', first: ['Three Lamps Food Bank'], also: ['Emergency Food, Norris Green'] },
  { typed: 'benefits', first: ['Benefits Advice'] },
  { typed: 'counselling', first: ['Orchard Lane Counselling'], also: ['Talk at Kite'] },
  { typed: 'homelessness', first: ['Homelessness Prevention'], also: ['Housing Duty Desk'] },
  { typed: 'domestic abuse', first: ['Wavecrest Outreach', 'Wavecrest Refuge'] },
  { typed: 'immigration advice', first: ['Status and Settlement'] },
  { typed: 'furniture', first: ['Furniture Store'], also: ['Baby Basics'] },
  { typed: 'young carers', first: ['Young Carers’ Club'] },
  { typed: 'social prescribing', first: ['Community Navigators', 'Link Workers', 'Welcome Friends'] },
  { typed: 'help with energy bills', first: ['Warm Homes Desk'], also: ['Crisis Grants'] },
  { typed: 'drugs and alcohol', first: ['Recovery Rooms'] },
  // Misspelt
  { typed: 'foodbnk', first: ['Three Lamps Food Bank'] },
  { typed: 'dept advice', first: ['Debt Advice'] },
  { typed: 'benifits', first: ['Benefits Advice'] },
  { typed: 'counciling', first: ['Orchard Lane Counselling', 'Talk at Kite'] },
  { typed: 'furnature', first: ['Furniture Store'] },
  { typed: 'imigration', first: ['Status and Settlement'] },
  { typed: 'homlessness prevention', first: ['Homelessness Prevention'] },
  { typed: 'harbor lights', first: ['Harbour Lights Advice'] },
  { typed: 'wavecreast', first: ['Wavecrest Women’s Support', 'Wavecrest Outreach', 'Wavecrest Refuge'] },
  { typed: 'lonliness', first: ['Mersey Helpline', 'Saltwood Circle', 'Coast Telephone Friends', 'Thursday Table', 'Link Workers', 'Welcome Friends', 'Carers’ Coffee'] },
  // Said in other words
  { typed: 'bailiffs', first: ['Debt Advice'] },
  { typed: 'universal credit', first: ['Benefits Advice'] },
  { typed: 'eviction', first: ['Homelessness Prevention', 'Housing Duty Desk'] },
  { typed: 'mould', first: ['Housing Conditions'] },
  { typed: 'ESOL', first: ['English for Everyone'] },
  { typed: 'cv', first: ['Job Coaches', 'First Jobs'] },
  { typed: 'nappies', first: ['Baby Basics'] },
  { typed: 'mental health', first: ['Orchard Lane Counselling', 'Orchard Lane Wellbeing', 'Talk at Kite'] },
  { typed: 'wifi', first: ['Devices and Data', 'Learning on the Coast', 'Community Navigators'] },
  { typed: 'respite', first: ['Breaks for Carers'] },
  // By name, whole or in part
  { typed: 'Three Lamps', first: ['Three Lamps Food Store'], also: ['Three Lamps Food Bank', 'Three Lamps Pantry'] },
  { typed: 'thursday table', first: ['Thursday Table'] },
  { typed: 'sandst', first: ['Sandstone Housing Aid'] },
  { typed: 'riverside welfare', first: ['Riverside Boroughs Welfare Team'] },
  // With a place
  { typed: 'food in Bootle', first: ['Three Lamps Food Bank', 'Emergency Food, Norris Green', 'Crisis Grants', 'Thursday Table', 'Three Lamps Pantry', 'Saltwood Circle'] },
  { typed: 'getting online wirral', first: ['Devices and Data', 'Learning on the Coast', 'Community Navigators'] },
  { typed: 'food bank L4', first: ['Three Lamps Food Bank'] },
  { typed: 'parenting Kirkby', first: ['Kirkby Family Workers'] },
]
