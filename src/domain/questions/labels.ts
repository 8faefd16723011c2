/** What a question and its options are called, in the viewer's language where the network gave it. */
import type { Question } from './types.ts'

export type Language = 'en' | 'cy'
export type Words = { en: string; cy?: string | undefined }

export function wordsIn(words: Words, language: Language): string {
  return (language === 'cy' && words.cy) || words.en
}

/** The id itself where the question is not in this form. */
export function labelOfQuestion(questions: readonly Question[], id: string, language: Language): string {
  const found = questions.find(one => one.id === id)
  return found ? wordsIn(found.label, language) : id
}
