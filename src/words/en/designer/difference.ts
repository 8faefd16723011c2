/** What differs between two versions of a form. */
export const difference = {
  whatChanges: 'What changes',
  noDifference: 'Nothing differs.',
  difference: {
    order: 'The order of fields or parts changed.',
    hint: 'More is asked for until there are {{now}} characters; it was {{was}}.',
  },
  change: { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved' },
  was: 'Was',
  now: 'Now',
  fieldPart: { show: 'Asked', label: 'Called', help: 'Help text', list: 'List' },
  questionPart: {
    label: 'Question',
    help: 'Help text',
    kind: 'Answered by',
    required: 'Answer',
    options: 'Choices',
    bounds: 'Least and most',
    section: 'Section',
    condition: 'Asked if',
    effects: 'Answers do',
  },
} as const
