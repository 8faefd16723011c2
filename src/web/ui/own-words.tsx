/** Words that are not the program's: said to be English where the page around them is Welsh, so that a screen reader says them right. */
import { type Words as InBoth, wordsIn } from '../../domain/questions/labels.ts'
import { sayRefusal } from '../../words/refusals.ts'
import { type Children, say } from './context.tsx'

/** Given in English alone, such as the name of a need. */
export function InEnglish({ children }: { children: Children }) {
  return say(t => (t.language === 'en' ? children : <span lang="en">{children}</span>))
}

/** Given in English, and in Welsh where the network wrote it. */
export function OwnWords({ words }: { words: InBoth }) {
  return say(t => (t.language === 'en' || words.cy ? wordsIn(words, t.language) : <span lang="en">{words.en}</span>))
}

/** A rule's own sentence: in English only where there is no Welsh for it. */
export function RuleWords({ words }: { words: string }) {
  return say(t => {
    const said = sayRefusal(t, words)
    return said === words ? <InEnglish>{words}</InEnglish> : said
  })
}
