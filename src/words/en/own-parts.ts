/** Settings of how a network presents itself: name, look, help, public directory. */
export const ownParts = {
  own: 'How the network presents itself',
  changedByOther:
    'Somebody changed these settings while this page was open. What you see below is yours; save again to put it in place of theirs.',
  preview: { title: 'What this comes to' },
  details: {
    slugHint: 'Lower-case letters, digits and single hyphens.',
    description: 'What the network is for',
    descriptionHint: 'Two or three sentences. People read them who think of joining, or look for help.',
    words: 'Your word for people',
    wordsText: 'Screens name the people who are referred as your network does: client, guest, resident.',
    one: 'For one',
    oneHint: 'As in “Does the client agree?”',
    several: 'For several',
    severalHint: 'As in “Two clients are waiting for you”',
    wordMissing: 'Enter a word, such as person or people',
    shown: {
      name: 'At the top of pages',
      address: 'Organisations ask to join at',
      form: 'On the form',
      consent: 'Where consent is asked',
      home: 'On Home',
    },
    slugChange:
      'Addresses with “{{slug}}” stop working when you save. Tell whoever was given the address to ask to join.',
  },
  help: {
    name: 'Who helps',
    nameHint: 'The coordinator’s name, or that of a team.',
    nameMissing: 'Enter the name of somebody who helps',
    phone: 'Telephone',
    technical: 'Link to technical help',
    technicalHint: 'A page, such as https://help.example.org, or mailto: with an address.',
    technicalWrong: 'Enter a link that begins with https:// or mailto:',
    previewText: 'At the foot of every page of the network, members see:',
  },
  look: {
    colour: 'Colour',
    colourHint: 'As a code such as #0b5a4e. White on it must have a contrast of at least {{least}} to 1.',
    colourWrong: 'Enter a colour as # and six digits, such as #0b5a4e',
    contrast:
      'White on this colour has a contrast of only {{ratio}} to 1. It must be at least {{least}} to 1: choose a darker colour',
    measured: 'White on this colour has a contrast of {{ratio}} to 1; at least {{least}} to 1 is needed.',
    header: 'The top of every page',
    letter: 'The top of every email',
    logo: 'Logo',
    logoNone: 'No logo yet. The name of the network stands alone.',
  },
  directory: {
    on: 'The public may look at our directory',
    onHint:
      'Services that chose to be listed, with their public contact alone. Never a refuge’s address, never a person.',
    listed_one: 'Anybody sees the {{count}} service that chose to be listed.',
    listed_other: 'Anybody sees the {{count}} services that chose to be listed.',
    unlisted_one: '{{count}} did not choose it and stays among members.',
    unlisted_other: '{{count}} did not choose it and stay among members.',
    off_one: 'Only members see the directory. {{count}} service has chosen to be listed, should it open.',
    off_other: 'Only members see the directory. {{count}} services have chosen to be listed, should it open.',
  },
} as const
