/** The form’s words where people fill it in about themselves; whatever is not here reads the same. */
export const self = {
  form: {
    section: {
      contact: 'How to reach you',
      address: 'Where you live',
      details: 'More about you',
      needs: 'What you need',
    },
    hint: {
      details: 'Helps services to help. Tell only what you are happy to tell.',
      needs: 'Choose everything that you need help with. Each need goes to a service that offers it.',
      circumstances:
        'What happened, what you have tried, what matters most. Services decide on this whether they can help.',
    },
    label: {
      details: { householdSize: 'How many people live with you, yourself included?' },
      circumstances: 'Your circumstances',
    },
    help: { householdSize: 'Count yourself too.' },
    noFixedAddressHint: 'Give the postcode of where you stay most, if you have one.',
    safe: {
      hint: 'Could anybody else read, hear or answer it? Our messages obey this.',
      noneHint: 'Nobody contacts you. With the reference and code you can see where it stands.',
    },
    error: {
      firstName: 'Enter your first name',
      lastName: 'Enter your last name',
      dateOfBirth: 'Enter your date of birth, or the year alone',
      postcodeMissing: 'Enter your postcode, or tick “No fixed address”',
    },
  },
  publicForm: {
    titleOf: '{{step}} – ask for help',
    section: {
      person: 'Who are you?',
      contact: 'How can we reach you safely?',
      address: 'Where do you live?',
      details: 'More about you',
      household: 'Who lives with you?',
      needs: 'What do you need?',
      consent: 'Do you agree?',
    },
  },
} as const
